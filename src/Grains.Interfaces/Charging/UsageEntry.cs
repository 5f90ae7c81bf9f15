namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Something used: a call or an event, one of them.</summary>
/// <param name="Source">Who reports it.</param>
/// <param name="Id">Its id in the source; the same record again counts once.</param>
/// <param name="At">When it began.</param>
/// <param name="ContractId">Contract; the only one that runs on the day unless it is given.</param>
/// <param name="Call">A call, a data session or a message.</param>
/// <param name="Event">An event.</param>
[GenerateSerializer, Immutable, Alias("usage-entry")]
public sealed record UsageEntry(
    [property: Id(0)] string Source,
    [property: Id(1)] string Id,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string? ContractId = null,
    [property: Id(4)] CallUse? Call = null,
    [property: Id(5)] EventUse? Event = null);
