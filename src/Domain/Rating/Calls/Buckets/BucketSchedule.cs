using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Calls.Buckets;

/// <summary>All grants that fall due in the service days, in order of time.</summary>
internal sealed class BucketSchedule(RatingRequest request, CallClock clock)
{
    /// <summary>The grants of all pieces.</summary>
    public ImmutableArray<BucketGrant> Of(ImmutableArray<CallPiece> pieces) =>
        [.. pieces.SelectMany(GrantsIn).OrderBy(static grant => grant.From)];

    private IEnumerable<BucketGrant> GrantsIn(CallPiece piece)
    {
        if (piece.Version is not { } version)
            yield break;
        foreach (var rule in version.Buckets)
        {
            if (DaysOf(rule, piece) is not { } days)
                continue;
            foreach (var grant in GrantsOf(rule, days))
                yield return grant;
        }
    }

    // Where a fee grants the allowance, it is granted for the days of the fee.
    private static Period? DaysOf(BucketRule rule, CallPiece piece)
    {
        if (rule.Charge is not { } code)
            return piece.Days;
        foreach (var charge in piece.Version!.Charges)
        {
            if (charge.Head.Code == code && charge.Within(piece.Days) is { } days)
                return days;
        }
        return null;
    }

    private IEnumerable<BucketGrant> GrantsOf(BucketRule rule, Period days)
    {
        var from = clock.StartOf(days.From);
        return rule.Span switch
        {
            BucketSpan.Period => [OfPeriod(rule, days, clock.StartOf(request.Cycle.Until))],
            BucketSpan.Days => [OfPeriod(rule, days, clock.StartOf(days.From.PlusDays(rule.Days)))],
            BucketSpan.Once => [new BucketGrant(rule, from, null, SizeOf(rule), Instant.MinValue)],
            _ => OfCalendar(rule, days),
        };
    }

    // The parts of a period, cut where versions change, sum to the allowance; a whole one is granted once.
    private BucketGrant OfPeriod(BucketRule rule, Period days, Instant until)
    {
        var from = clock.StartOf(days.From);
        return rule.IsProrated
            ? new BucketGrant(
                rule, from, until,
                new Proration(request.Cycle, days).LimitOf(SizeOf(rule), Tariffs.ChargePer.Month), from)
            : new BucketGrant(rule, from, until, SizeOf(rule), clock.StartOf(request.Cycle.From));
    }

    private IEnumerable<BucketGrant> OfCalendar(BucketRule rule, Period days)
    {
        var start = StartOf(rule.Span, days.From);
        while (start < days.Until)
        {
            var end = EndOf(rule.Span, start);
            // Only where the contract begins or ends inside the bill period is a span a part; else the next bill has
            // the rest of it.
            var first = request.Service.From > request.Cycle.From ? LocalDate.Max(start, request.Service.From) : start;
            var last = request.Service.Until < request.Cycle.Until ? LocalDate.Min(end, request.Service.Until) : end;
            var part = rule.IsProrated
                ? Exact.Cumulated(SizeOf(rule), NodaTime.Period.DaysBetween(first, last), LengthOf(start, end))
                : SizeOf(rule);
            yield return new BucketGrant(
                rule, clock.StartOf(first), clock.StartOf(end), part, clock.StartOf(start));
            start = end;
        }
    }

    private static LocalDate StartOf(BucketSpan span, LocalDate day) => span switch
    {
        BucketSpan.Day => day,
        BucketSpan.Week => day.PlusDays(1 - (int)day.DayOfWeek),
        _ => new LocalDate(day.Year, day.Month, 1),
    };

    private static LocalDate EndOf(BucketSpan span, LocalDate start) => span switch
    {
        BucketSpan.Day => start.PlusDays(1),
        BucketSpan.Week => start.PlusDays(7),
        _ => start.PlusMonths(1),
    };

    private static int LengthOf(LocalDate start, LocalDate end) => NodaTime.Period.DaysBetween(start, end);

    private static decimal SizeOf(BucketRule rule) => rule.Quantity * (CallUnit.Find(rule.Unit)?.Size ?? 1m);
}
