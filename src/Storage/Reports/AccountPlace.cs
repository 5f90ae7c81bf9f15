using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Storage.Reports;

/// <summary>A place in a list of accounts, in any of its orders: what a row there is sorted by.</summary>
/// <param name="Key">"entity/account".</param>
/// <param name="BalanceMinor">What is owed.</param>
/// <param name="CycleId">Bill cycle.</param>
public sealed record AccountPlace(string Key, long BalanceMinor = 0, string CycleId = "")
{
    /// <summary>The place of a row.</summary>
    public static AccountPlace Of(AccountRow row) =>
        new($"{row.EntityId}/{row.AccountId}", row.BalanceMinor, row.CycleId);
}
