namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>What an account owes at a version and time.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="BalanceMinor">What is owed in minor units; negative when in credit.</param>
/// <param name="OpenItemCount">Open items.</param>
/// <param name="OldestDueOn">Oldest due date of an open item.</param>
/// <param name="Version">Version of the account it was read at.</param>
/// <param name="AsOf">When it was read.</param>
/// <param name="UnbilledUsageMinor">What was used, rated when it came, and is on no bill yet; rounded up.</param>
[GenerateSerializer, Immutable, Alias("balance-view")]
public sealed record BalanceView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Currency,
    [property: Id(3)] long BalanceMinor,
    [property: Id(4)] int OpenItemCount,
    [property: Id(5)] DateOnly? OldestDueOn,
    [property: Id(6)] long Version,
    [property: Id(7)] DateTimeOffset AsOf,
    [property: Id(8)] long UnbilledUsageMinor = 0);
