using System.Text.Json.Serialization;

namespace BillingActors.Gateway.Console.Look;

/// <summary>A page that somebody opened: of an account, or of an invoice of it.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="InvoiceId">Invoice, if it was its page.</param>
/// <param name="Number">The invoice's number.</param>
public sealed record RecentPage(
    string EntityId, string AccountId, string CustomerId, string? InvoiceId = null, string? Number = null)
{
    /// <summary>The customer's name as it is now; never kept.</summary>
    [JsonIgnore]
    public string? CustomerName { get; init; }

    /// <summary>Where it is.</summary>
    [JsonIgnore]
    internal string Path => InvoiceId is { } invoice
        ? ConsolePath.Invoice(invoice)
        : ConsolePath.Account(EntityId, AccountId);

    /// <summary>Whether it is the same page, whatever else became of it.</summary>
    internal bool IsSame(RecentPage other) =>
        (EntityId, AccountId, InvoiceId) == (other.EntityId, other.AccountId, other.InvoiceId);
}
