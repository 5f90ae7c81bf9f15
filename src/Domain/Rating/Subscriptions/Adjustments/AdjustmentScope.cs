using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax.Working;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Adjustments;

/// <summary>What charges that depend on other charges need to know of the bill.</summary>
/// <param name="On">Day of the bill; what happened on it counts.</param>
/// <param name="Start">First day of the contract, or of what is rated.</param>
/// <param name="End">Day the contract ends, exclusive; null: it goes on.</param>
/// <param name="WindowsFrom">Windows that ended before this day are closed.</param>
/// <param name="AdvanceBefore">Windows paid in advance are billed only where they begin before this day.</param>
/// <param name="Currency">Currency of the bill.</param>
internal sealed record AdjustmentScope(
    LocalDate On, LocalDate Start, LocalDate? End, LocalDate WindowsFrom, LocalDate AdvanceBefore, Currency Currency)
{
    /// <summary>Settings of the contract.</summary>
    public required RatingSettings Settings { get; init; }

    /// <summary>All events that are known.</summary>
    public required EventLog Log { get; init; }

    /// <summary>Zone of the days.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The window of an interval that holds a day.</summary>
    public required Func<BillingInterval, LocalDate, Period> WindowOf { get; init; }

    /// <summary>The bill period that holds the day of the bill.</summary>
    public required Period Cycle { get; init; }

    /// <summary>Whether a coupon was redeemed.</summary>
    public required Func<string, bool> HasCoupon { get; init; }

    /// <summary>What lines come to with their taxes.</summary>
    public required Func<ImmutableArray<RatedLine>, GrossAmounts> GrossOf { get; init; }

    /// <summary>
    /// The days that are rated, which may be rated again, and then count anew; null: each bill adds to those before.
    /// </summary>
    public Period? Rated { get; init; }

    /// <summary>The day a charge at the start of the contract is billed on.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>Occasions before this day were billed, or do not belong to the contract.</summary>
    public required LocalDate OccasionsFrom { get; init; }

    /// <summary>Last day whose occasions are billed.</summary>
    public required LocalDate OccasionsTo { get; init; }

    /// <summary>The windows of an interval that are open, or close with this bill.</summary>
    public IEnumerable<Period> WindowsOf(BillingInterval interval)
    {
        for (var window = WindowOf(interval, WindowsFrom);
            window.From <= On && (End is not { } end || window.From < end);
            window = WindowOf(interval, window.Until))
        {
            yield return window;
        }
    }

    /// <summary>Whether nothing more can be spent in a window.</summary>
    public bool IsOver(Period window) =>
        (End is { } last ? LocalDate.Min(last, window.Until) : window.Until) <= On;

    /// <summary>The part of a window that the contract has: it promises that part only.</summary>
    public Share ShareOf(Period window)
    {
        var from = LocalDate.Max(window.From, Start).AtMidnight();
        var until = End is { } end ? LocalDate.Min(end, window.Until) : window.Until;
        return new PartCount(Settings, Zone).Of(window, 0, from, until.AtMidnight());
    }

    /// <summary>The day of an occasion, or null where it did not happen by the day of the bill.</summary>
    public LocalDate? DayOf(ChargeOccasion occasion)
    {
        LocalDate? day = occasion switch
        {
            ChargeOccasion.AtStart => StartsOn,
            ChargeOccasion.OnDay given => given.Day,
            ChargeOccasion.OnEvent named => Log.Events.Where(one => one.Name == named.Name)
                .Select(one => (LocalDate?)one.At.InZone(Zone).Date).FirstOrDefault(),
            _ => null,
        };
        return OccasionsFrom <= day && day <= OccasionsTo ? day : null;
    }
}
