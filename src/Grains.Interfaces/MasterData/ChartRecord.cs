using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>
/// The chart of accounts of a legal entity: which general-ledger account plays which role of the posting rules. What it
/// does not say, the default chart says.
/// </summary>
/// <param name="Id">Legal entity.</param>
/// <param name="Rules">Rules; the most exact one for a role wins.</param>
[GenerateSerializer, Immutable, Alias("chart-record")]
public sealed record ChartRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] ImmutableArray<ChartRuleRecord> Rules);
