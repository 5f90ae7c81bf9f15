using System.Collections.Immutable;

namespace BillingActors.Domain.Collections;

/// <summary>What must be so before a supply is cut.</summary>
/// <param name="MinimumMinor">Overdue and undisputed at least so much.</param>
/// <param name="Level">Dunning level at least.</param>
/// <param name="NoticeDaysByMail">Waiting days after a notice by mail.</param>
/// <param name="NoticeDaysDelivered">Waiting days after a notice that was handed over.</param>
/// <param name="NoticeValidDays">Days after which a notice is too old.</param>
/// <param name="ContactCountMin">Attempts to reach the customer since the notice.</param>
/// <param name="QuietDays">Days on which nobody is cut off.</param>
/// <param name="IsDayBeforeQuiet">Whether the day before such a day is one too.</param>
/// <param name="Moratoria">Seasons in which nobody is cut off.</param>
/// <param name="ColdBelowCelsius">A forecast below this forbids it; null: no such rule.</param>
/// <param name="HeatAboveCelsius">A forecast above this forbids it; null: no such rule.</param>
/// <param name="ReconnectionFeeMinor">Fee of a reconnection.</param>
public sealed record DisconnectionRule(
    long MinimumMinor,
    int Level,
    int NoticeDaysByMail,
    int NoticeDaysDelivered,
    int NoticeValidDays,
    int ContactCountMin,
    QuietDays QuietDays,
    bool IsDayBeforeQuiet,
    ImmutableArray<Season> Moratoria,
    decimal? ColdBelowCelsius,
    decimal? HeatAboveCelsius,
    long ReconnectionFeeMinor);
