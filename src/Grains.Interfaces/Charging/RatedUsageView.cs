namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>A record as it was rated when it came; the bill rates all of its period once more, in order.</summary>
/// <param name="Version">Version of the account at which it came.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="PeriodFrom">First day of its bill period.</param>
/// <param name="IsLate">Whether the period was billed when it came.</param>
/// <param name="Source">Who reported it.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">When it began.</param>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Label">What the charge counts apart.</param>
/// <param name="Quantity">Its quantity.</param>
/// <param name="Amount">What it came to, exact, in units of the currency.</param>
[GenerateSerializer, Immutable, Alias("rated-usage-view")]
public sealed record RatedUsageView(
    [property: Id(0)] long Version,
    [property: Id(1)] string ContractId,
    [property: Id(2)] DateOnly PeriodFrom,
    [property: Id(3)] bool IsLate,
    [property: Id(4)] string Source,
    [property: Id(5)] string Id,
    [property: Id(6)] DateTimeOffset At,
    [property: Id(7)] string Charge,
    [property: Id(8)] string Label,
    [property: Id(9)] decimal Quantity,
    [property: Id(10)] decimal Amount);
