using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>What must be so before a supply is cut.</summary>
/// <param name="MinimumMinor">Overdue and undisputed at least so much.</param>
/// <param name="Level">Dunning level at least.</param>
/// <param name="NoticeDaysByMail">Waiting days after a notice by mail.</param>
/// <param name="NoticeDaysDelivered">Waiting days after a notice handed over.</param>
/// <param name="NoticeValidDays">Days after which a notice is too old.</param>
/// <param name="ContactCountMin">Attempts to reach the customer since the notice.</param>
/// <param name="QuietWeekdays">Weekdays without disconnections, such as "friday".</param>
/// <param name="QuietDays">Single days without, such as holidays.</param>
/// <param name="IsDayBeforeQuiet">Whether the day before such a day is one too.</param>
/// <param name="Moratoria">Seasons without.</param>
/// <param name="ColdBelowCelsius">A forecast below this forbids it.</param>
/// <param name="HeatAboveCelsius">A forecast above this forbids it.</param>
/// <param name="ReconnectionFeeMinor">Fee of a reconnection.</param>
[GenerateSerializer, Immutable, Alias("disconnection-record")]
public sealed record DisconnectionRecord(
    [property: Id(0)] long MinimumMinor,
    [property: Id(1)] int Level,
    [property: Id(2)] int NoticeDaysByMail,
    [property: Id(3)] int NoticeDaysDelivered,
    [property: Id(4)] int NoticeValidDays,
    [property: Id(5)] int ContactCountMin,
    [property: Id(6)] ImmutableArray<string> QuietWeekdays,
    [property: Id(7)] ImmutableArray<DateOnly> QuietDays,
    [property: Id(8)] bool IsDayBeforeQuiet,
    [property: Id(9)] ImmutableArray<SeasonRecord> Moratoria,
    [property: Id(10)] decimal? ColdBelowCelsius = null,
    [property: Id(11)] decimal? HeatAboveCelsius = null,
    [property: Id(12)] long ReconnectionFeeMinor = 0);
