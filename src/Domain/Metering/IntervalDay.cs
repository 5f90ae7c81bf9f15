using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Metering;

/// <summary>One source day of one channel: integer values with their scale, qualities and version.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="Channel">Channel at the service point.</param>
/// <param name="Day">The source's day, in the channel's fixed offset.</param>
/// <param name="IntervalMinutes">Length of an interval: a divisor of 1,440.</param>
/// <param name="OffsetMinutes">Fixed offset from UTC of the source's days, in minutes.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Scale">Decimals of the values, 0 to 9: a value counts 10^-scale of the unit.</param>
/// <param name="Values">1,440 / interval values; absent intervals are 0 and marked missing in the qualities.</param>
/// <param name="Quality">Runs that together cover every interval once, in order.</param>
/// <param name="Version">1 for the first delivery of the day; a correction counts up.</param>
/// <param name="Source">Where it came from.</param>
public sealed record IntervalDay(
    string ServicePointId,
    string Channel,
    LocalDate Day,
    int IntervalMinutes,
    int OffsetMinutes,
    string Unit,
    int Scale,
    ImmutableArray<long> Values,
    ImmutableArray<QualityRun> Quality,
    int Version,
    SourceReference Source);
