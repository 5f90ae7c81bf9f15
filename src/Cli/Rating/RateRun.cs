using System.Collections.Immutable;
using BillingActors.Cli.Rating.Files;
using BillingActors.Cli.Rating.Usage;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Offline;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax.Places;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;
using BillingActors.Grains.Mapping.Subscriptions;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Cli.Rating;

/// <summary>Rates a file of usage by a tariff, period by period, as a bill run would.</summary>
internal static class RateRun
{
    private const string Contract = "contract";

    /// <summary>
    /// The bills; an <see cref="UnratableException"/> names why there are none, a <see cref="UsageException"/> what of
    /// the command makes no sense.
    /// </summary>
    public static async Task<RatedUsage> Rate(RateTask task, CancellationToken cancellation)
    {
        try
        {
            return await RateFiles(task, cancellation);
        }
        catch (Exception error) when (error is OverflowException or ArgumentOutOfRangeException)
        {
            // What ends here are days at the end of the calendar, which no period can follow.
            throw UnratableException.Usage(new RatingError("", 0, "out-of-range",
                "A day or a number is beyond what can be counted."));
        }
    }

    private static async Task<RatedUsage> RateFiles(RateTask task, CancellationToken cancellation)
    {
        var files = await TariffFile.ReadAll(task.Tariffs, cancellation);
        if (PublishedRates.GivenSetting(task) is { } setting && !files.HasPublished)
        {
            throw new UsageException(
                $"--set {setting} is for published rates; a tariff of one's own says it by its charges.");
        }
        var first = new UsageContext(task, files.Tariffs(PublishedRates.Unread(task))[0]);
        var usage = await UsageFile.ReadAll(first, cancellation);
        var tariffs = files.Tariffs(PublishedRates.For(usage, first));
        var context = new UsageContext(task, tariffs[0]);
        RefuseUnknownEvents(task, tariffs);
        var (rated, state) = usage.Life is { } life
            ? LifeOf(life, tariffs, usage, context)
            : PeriodsOf(usage, context);
        var bills = Taxed(rated, context);
        var held = bills.Where(static bill => bill.IsHeld).SelectMany(ErrorsOf).ToList();
        return held.Count > 0 ? throw UnratableException.Held(held) : new RatedUsage(
            bills,
            context.Tariff.Currency,
            state,
            [.. bills.SelectMany(static bill => bill.Rating.SuspendedCalls)
                .Select(static call => $"record {call.Id} is set aside: {call.Code}: {call.Detail}")])
        {
            Remarks = [.. RemarksOf(files, usage, task), .. UnusedUsage.In(usage, tariffs)],
            ShowsTaxes = task.Taxes is not null,
        };
    }

    // An event in a list that is not there would cost nothing, and nobody would know.
    private static void RefuseUnknownEvents(RateTask task, ImmutableArray<Tariff> tariffs)
    {
        var known = tariffs.SelectMany(static tariff => tariff.Versions)
            .SelectMany(static version => version.Events).Select(static list => list.Id)
            .ToHashSet(StringComparer.Ordinal);
        var unknown = task.Settings.Of(MeteredSettings.PeakEvents)
            .FirstOrDefault(called => called.List is { } list && !known.Contains(list));
        if (unknown is not null)
        {
            var lists = known.Count == 0 ? "there is none" : $"there is {string.Join(", ", known)}";
            throw new UsageException($"--set peak-events is of \"{unknown.List}\"; of lists of events {lists}.");
        }
    }

    // Where the command names the days, it knows what it leaves out.
    private static ImmutableArray<string> RemarksOf(TariffFile files, GivenUsage usage, RateTask task) =>
        usage.Remark is { } remark && (task.From is null || task.To is null)
            ? [.. files.Notes, remark]
            : files.Notes;

    private static RatedPeriods LifeOf(
        SubscriptionLifeDocument life, ImmutableArray<Tariff> tariffs, GivenUsage usage, UsageContext context)
    {
        if (usage.IsOfPeriods)
        {
            throw UnratableException.Usage(new RatingError("", 0, "usage-mixed",
                "The life of a subscription is rated with events, not with metered usage or calls."));
        }
        if (UnusedUsage.UnknownOverride(life, tariffs) is { } unknown)
            throw UnratableException.Usage(unknown);
        var task = context.Task;
        var mapped = SubscriptionLifeMapping.ToDomain(life, tariffs, context.DayZone);
        if (mapped.Request is not { } request)
            throw UnratableException.Usage(mapped.Problems.Select(RatingError.Of));
        if (request.Life.Until <= request.Life.Start)
            throw UnratableException.Usage(new RatingError("until", 0, "doubtful-life", "It ends before it starts."));
        var own = request with
        {
            State = task.State,
            StateKey = task.StateKey,
            Standing = task.Taxes ?? TaxStanding.None,
            Settings = request.Settings.Under(task.Settings),
            Events = usage.Events,
        };
        return LifeRating.Rate(own, task.From, task.To);
    }

    private static ImmutableArray<PeriodBill> Taxed(ImmutableArray<PeriodBill> bills, UsageContext context)
    {
        var settings = context.Tariff.Settings.Under(context.Task.Settings);
        var warningDays = (int)(settings.Of(TaxSettings.WarningDays) ?? 0m);
        return context.Task.Taxes is { } standing
            ? [.. bills.Select(bill => bill.Under(standing, warningDays))]
            : bills;
    }

    private static RatedPeriods PeriodsOf(GivenUsage usage, UsageContext context)
    {
        var (task, tariff) = (context.Task, context.Tariff);
        var cycle = task.Cycle ?? usage.Cycle ?? BillingCalendar.Monthly;
        var days = DaysOf(usage, task, cycle);
        if (cycle.Covering(days) is null)
            throw new UsageException($"--cycle does not cover the days {days}.");
        var request = new RatingRequest(
            Contract, tariff, days, days, ContractUsage.None, [], 0, tariff.Currency, context.DayZone)
        {
            State = task.State,
            StateKey = task.StateKey,
            Standing = task.Taxes ?? TaxStanding.None,
            Settings = task.Settings,
        };
        var numbers = new SubscriberNumbers(usage.Calls, tariff, task.StateKey);
        var rated = PeriodRating.Rate(
            usage.AddTo(request with { State = numbers.Reveal(task.State) }), cycle);
        return rated with { State = numbers.Hide(rated.State) };
    }

    // What the command names, else the cycle where it is explicit, else what the usage is of.
    private static Period DaysOf(GivenUsage usage, RateTask task, BillingCalendar cycle)
    {
        var known = KnownDays(usage, cycle);
        var (from, to) = (task.From ?? known?.From, task.To ?? known?.Until);
        if (from is not { } first || to is not { } end)
        {
            throw UnratableException.Usage(new RatingError("", 0, "usage-empty",
                "The usage fills no whole day; --from and --to name the days to bill."));
        }
        return first < end
            ? new Period(first, end)
            : throw new UsageException($"--from {first:uuuu-MM-dd} is not before --to {end:uuuu-MM-dd}.");
    }

    private static Period? KnownDays(GivenUsage usage, BillingCalendar cycle)
    {
        if (!cycle.Boundaries.IsEmpty)
            return new Period(cycle.Boundaries[0], cycle.Boundaries[^1]);
        return usage is { Covered: null, Seen: { } seen }
            ? new Period(cycle.PeriodOf(seen.First)!.Value.From, cycle.PeriodOf(seen.Last)!.Value.Until)
            : usage.Covered;
    }

    private static IEnumerable<RatingError> ErrorsOf(PeriodBill bill) =>
        bill.Holds.Select(hold => new RatingError($"{bill.Days}", 0, hold.Code, hold.Detail))
            .Concat(bill.Rating.SuspendedCalls.Select(call =>
                new RatingError($"{bill.Days}/{call.Id}", 0, call.Code, call.Detail)));
}
