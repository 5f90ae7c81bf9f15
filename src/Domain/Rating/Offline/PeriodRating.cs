using System.Collections.Immutable;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Offline;

/// <summary>Rates one bill period after the other, each from the state the one before left behind.</summary>
public static class PeriodRating
{
    // Source days may be cut in another offset than local ones: a day more on either side holds every interval.
    private const int MarginDays = 2;

    /// <summary>
    /// The bills of the service days of a request, one for each period of the calendar that has some of them. Usage,
    /// calls and events may be of any days: each bill sees its own. The first bill that must be held is the last.
    /// </summary>
    public static RatedPeriods Rate(RatingRequest whole, BillingCalendar calendar)
    {
        Invariant.Holds(calendar.Covering(whole.Service) is not null, "the calendar covers the service days");
        var bills = ImmutableArray.CreateBuilder<PeriodBill>();
        var (request, late) = WithLate(whole, calendar);
        foreach (var cycle in calendar.Covering(whole.Service)!.Value)
        {
            var service = cycle.Overlap(whole.Service)!.Value;
            var rating = ContractRating.Rate(Cut(request, cycle, service));
            rating = rating with { Lines = [.. late, .. rating.Lines] };
            late = [];
            bills.Add(PeriodBill.Of(service, rating, whole.Currency));
            if (!rating.Holds.IsEmpty)
                break;
            request = request with { State = rating.State, Positions = rating.Positions };
        }
        return new RatedPeriods(bills.ToImmutable(), request.State);
    }

    // Events of days that are billed already: what they change stands on the first bill, as lines of the old days.
    private static (RatingRequest Request, ImmutableArray<RatedLine> Lines) WithLate(
        RatingRequest request, BillingCalendar calendar)
    {
        var lines = ImmutableArray.CreateBuilder<RatedLine>();
        if (request.SettingsInForce.Of(UsageSettings.Late) != LateUsageRule.NextBill)
            return (request, []);
        foreach (var service in BilledDays(request))
        {
            var cycles = calendar.Covering(service);
            var cycle = cycles is { Length: 1 } known ? known[0] : service;
            var rating = ContractRating.Rate(Cut(request, cycle, service));
            lines.AddRange(rating.Lines);
            request = request with { State = rating.State };
        }
        return (request, lines.ToImmutable());
    }

    private static IEnumerable<Period> BilledDays(RatingRequest request)
    {
        // A level is where the events left it; what it was when the old days began is not known any more.
        var charges = request.Tariff.Versions.SelectMany(static version => version.Charges).OfType<EventCharge>();
        var codes = charges.Where(static charge => !charge.IsLevel).Select(static charge => charge.Head.Code)
            .ToHashSet(StringComparer.Ordinal);
        if (charges.Any(static charge => charge.IsLevel) || request.State.Billed.IsEmpty)
            return [];
        var zone = request.Tariff.Zone ?? request.Zone;
        var days = request.Events.Select(one => one.At.InZone(zone).Date)
            .Where(day => day < request.Service.From).ToHashSet();
        return request.State.Billed.Where(entry => codes.Contains(entry.Charge)
                && entry.Period.Until <= request.Service.From && days.Any(entry.Period.Contains))
            .Select(static entry => entry.Period).Distinct().OrderBy(static period => period.From);
    }

    private static RatingRequest Cut(RatingRequest request, Period cycle, Period service) => request with
    {
        Cycle = cycle,
        Service = service,
        Usage = DaysAround(request.Usage, service),
        Calls = CallsIn(request, service),
    };

    private static ContractUsage DaysAround(ContractUsage usage, Period service)
    {
        var (first, last) = (service.From.PlusDays(-MarginDays), service.Until.PlusDays(MarginDays));
        return usage with { Days = [.. usage.Days.Where(day => first <= day.Day && day.Day < last)] };
    }

    private static ImmutableArray<CallRecord> CallsIn(RatingRequest request, Period service)
    {
        var zone = request.Tariff.Zone ?? request.Zone;
        var (from, until) = (StartOf(service.From, zone), StartOf(service.Until, zone));
        return [.. request.Calls.Where(call => from <= call.Start && call.Start < until)];
    }

    private static Instant StartOf(LocalDate day, DateTimeZone zone) => zone.AtStartOfDay(day).ToInstant();
}
