namespace BillingActors.Storage.Reports;

/// <summary>Which accounts a list shows.</summary>
/// <param name="Text">
/// What an account id begins with, or what a customer is found by: id, name, phone or e-mail; empty for any.
/// </param>
/// <param name="Status">open or closed; null for any.</param>
/// <param name="CycleId">Bill cycle; null for any.</param>
/// <param name="FindsCustomers">Whether the text finds customers by what is known of them, too.</param>
public sealed record AccountFilter(
    string Text = "", string? Status = null, string? CycleId = null, bool FindsCustomers = true)
{
    /// <summary>Most customers a text finds; who knows no more of a name than that narrows it down.</summary>
    internal const int CustomerCountMax = 500;

    internal string Prefix { get; } = Text.Trim();

    /// <summary>Behind every text that begins with the prefix.</summary>
    internal string PrefixEnd => Prefix + "\U0010FFFF";

    internal short? StatusCode => Status switch
    {
        null => null,
        "open" => (short)Domain.Accounts.AccountStatus.Open,
        "closed" => (short)Domain.Accounts.AccountStatus.Closed,
        _ => throw new InvalidOperationException($"An account is open or closed, not '{Status}'."),
    };
}
