using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Metering;

/// <summary>One source day of one interval channel.</summary>
/// <param name="ServicePointId">Market identifier of the service point, such as an NMI.</param>
/// <param name="Channel">Channel at the service point, such as "E1".</param>
/// <param name="MeterSerial">The meter, where the source names it.</param>
/// <param name="Unit">Unit of the values, canonical spelling: Wh, kWh, MWh, kVArh, kW, m3, …</param>
/// <param name="Direction">import (delivered to the customer) or export.</param>
/// <param name="Day">The source's day, in its fixed offset.</param>
/// <param name="IntervalMinutes">Length of an interval: a divisor of 1,440.</param>
/// <param name="OffsetMinutes">Fixed offset from UTC of the source's days, in minutes.</param>
/// <param name="Scale">Decimals of the values, 0 to 9.</param>
/// <param name="Values">
/// 1,440 / interval values, 10^-scale of the unit each; absent ones are 0 and marked missing.
/// </param>
/// <param name="Quality">Runs that together cover every interval once, in order.</param>
/// <param name="UpdatedAt">When the source says it last changed this day, if it says so.</param>
/// <param name="Line">Line of the file the day came from, from 1.</param>
[GenerateSerializer, Immutable, Alias("channel-day")]
public sealed record ChannelDay(
    [property: Id(0)] string ServicePointId,
    [property: Id(1)] string Channel,
    [property: Id(2)] string? MeterSerial,
    [property: Id(3)] string Unit,
    [property: Id(4)] string Direction,
    [property: Id(5)] DateOnly Day,
    [property: Id(6)] int IntervalMinutes,
    [property: Id(7)] int OffsetMinutes,
    [property: Id(8)] int Scale,
    [property: Id(9)] ImmutableArray<long> Values,
    [property: Id(10)] ImmutableArray<QualityRun> Quality,
    [property: Id(11)] DateTimeOffset? UpdatedAt,
    [property: Id(12)] int Line);
