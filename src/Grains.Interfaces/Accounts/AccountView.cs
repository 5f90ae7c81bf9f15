using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>An account as it stands: profile, contracts, charges, open items and balance.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Status">open or closed.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="TermsDays">Days from issue to due date.</param>
/// <param name="OpenedOn">First day.</param>
/// <param name="Contracts">Contracts.</param>
/// <param name="Charges">Charges not billed yet.</param>
/// <param name="OpenItems">Open items.</param>
/// <param name="BalanceMinor">What is owed in minor units.</param>
/// <param name="InvoiceCount">Invoices so far.</param>
/// <param name="Version">Version; the ETag.</param>
/// <param name="AsOf">When it was read.</param>
/// <param name="UnbilledUsageMinor">What was used, rated when it came, and is on no bill yet; rounded up.</param>
[GenerateSerializer, Immutable, Alias("account-view")]
public sealed record AccountView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string CustomerId,
    [property: Id(3)] string Status,
    [property: Id(4)] string Currency,
    [property: Id(5)] string CycleId,
    [property: Id(6)] int TermsDays,
    [property: Id(7)] DateOnly OpenedOn,
    [property: Id(8)] ImmutableArray<ContractView> Contracts,
    [property: Id(9)] ImmutableArray<PendingChargeView> Charges,
    [property: Id(10)] ImmutableArray<OpenItemView> OpenItems,
    [property: Id(11)] long BalanceMinor,
    [property: Id(12)] int InvoiceCount,
    [property: Id(13)] long Version,
    [property: Id(14)] DateTimeOffset AsOf,
    [property: Id(15)] long UnbilledUsageMinor = 0);
