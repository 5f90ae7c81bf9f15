namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>An interval channel of a meter.</summary>
/// <param name="Id">Channel at the service point.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Direction">import or export.</param>
/// <param name="IntervalMinutes">Interval length.</param>
/// <param name="OffsetMinutes">Fixed offset of its days from UTC.</param>
[GenerateSerializer, Immutable, Alias("channel-record")]
public sealed record ChannelRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string Unit,
    [property: Id(2)] string Direction,
    [property: Id(3)] int IntervalMinutes,
    [property: Id(4)] int OffsetMinutes);
