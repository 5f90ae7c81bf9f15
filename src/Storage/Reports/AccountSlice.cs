namespace BillingActors.Storage.Reports;

/// <summary>A piece of the list of accounts.</summary>
/// <param name="Skip">Rows before it.</param>
/// <param name="CountMax">Most rows of it.</param>
/// <param name="Order">In which order; accounts that are equal by it stand in order of their key.</param>
/// <param name="IsDescending">Whether the order is turned round.</param>
/// <param name="After">
/// Only accounts behind this place, in this order and direction, also of those that are skipped: whoever knows a place
/// near by goes on from it, at no cost for what lies before.
/// </param>
public sealed record AccountSlice(
    long Skip, int CountMax, AccountOrder Order = AccountOrder.Key, bool IsDescending = false,
    AccountPlace? After = null)
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

    /// <summary>The condition that a row lies behind the place, whose values come first at a number.</summary>
    internal string Behind(int number)
    {
        var sign = IsDescending ? '<' : '>';
        return Order switch
        {
            _ when After is null => "",
            AccountOrder.Balance => $" and (balance_minor, account_key) {sign} (${number}, ${number + 1})",
            AccountOrder.Cycle => $" and (cycle_id, account_key) {sign} (${number}, ${number + 1})",
            _ => $" and account_key {sign} ${number}",
        };
    }

    /// <summary>What the condition compares with.</summary>
    internal object[] BehindValues => (After, Order) switch
    {
        (null, _) => [],
        ({ } after, AccountOrder.Balance) => [after.BalanceMinor, after.Key],
        ({ } after, AccountOrder.Cycle) => [after.CycleId, after.Key],
        var (after, _) => [after.Key],
    };
}
