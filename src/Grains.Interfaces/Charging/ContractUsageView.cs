using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>What a contract used.</summary>
/// <param name="ContractId">Contract.</param>
/// <param name="Unbilled">What is on no bill yet, exact, in units of the currency.</param>
/// <param name="Periods">By bill period, oldest first.</param>
/// <param name="Allowances">Allowances that are left now.</param>
[GenerateSerializer, Immutable, Alias("contract-usage-view")]
public sealed record ContractUsageView(
    [property: Id(0)] string ContractId,
    [property: Id(1)] decimal Unbilled,
    [property: Id(2)] ImmutableArray<UsagePeriodView> Periods,
    [property: Id(3)] ImmutableArray<AllowanceView> Allowances);
