namespace BillingActors.Storage.Reports;

/// <summary>A piece of the list of accounts.</summary>
/// <param name="Skip">Rows before it.</param>
/// <param name="CountMax">Most rows of it.</param>
/// <param name="Order">In which order; accounts that are equal by it stand in order of their key.</param>
/// <param name="IsDescending">Whether the order is turned round.</param>
/// <param name="AfterKey">
/// Only accounts behind this key: whoever reads the whole list in order of key goes on with it, at no cost for what
/// lies before.
/// </param>
public sealed record AccountSlice(
    long Skip, int CountMax, AccountOrder Order = AccountOrder.Key, bool IsDescending = false, string AfterKey = "")
{
    /// <summary>The order as it stands in a query.</summary>
    internal string OrderBy => (Order, IsDescending) switch
    {
        (AccountOrder.Key, false) => "order by account_key",
        (AccountOrder.Key, true) => "order by account_key desc",
        (AccountOrder.Balance, false) => "order by balance_minor, account_key",
        (AccountOrder.Balance, true) => "order by balance_minor desc, account_key desc",
        (AccountOrder.Cycle, false) => "order by cycle_id, account_key",
        (AccountOrder.Cycle, true) => "order by cycle_id desc, account_key desc",
        _ => throw new InvalidOperationException($"There is no order {Order}."),
    };
}
