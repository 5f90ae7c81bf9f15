using System.Collections.Immutable;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Rating.Subscriptions.Adjustments;
using BillingActors.Domain.Rating.Subscriptions.Segments;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Working;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Rates one bill of a subscription.</summary>
internal sealed class SubscriptionRating(SubscriptionRequest request)
{
    private const string LastBill = "last-bill";
    private readonly HoldList _holds = new();
    private readonly CounterList _counters = new(request.State.Counters) { StateKey = request.StateKey };
    private readonly RatingSettings _settings = BillDays.SettingsOf(request);

    /// <summary>The day of the last bill that left the state behind; null: there was none.</summary>
    public static LocalDate? LastBillOn(RatingState state) =>
        new CounterList(state.Counters).Find("", LastBill)?.Window.From;

    /// <summary>The bill of the day.</summary>
    public SubscriptionBill BillOn(LocalDate day)
    {
        SubscriptionValidation.Check(request, _holds);
        if (_holds.Any)
            return Held(day);
        try
        {
            return Billed(day);
        }
        catch (OverflowException)
        {
            _holds.Add("doubtful-event", "A quantity or an amount is beyond what can be counted.");
            return Held(day);
        }
    }

    private SubscriptionBill Billed(LocalDate day)
    {
        var moment = MomentOf(day);
        var timeline = new LifeReading(request.Life, _settings, id => BillDays.CycleOf(request, id)).KnownOn(day);
        var log = EventLog.Of(request.Events, _holds);
        var (segments, billed) = Segments(timeline, moment);
        var (events, corrected) = Usage(timeline, moment, log);
        var lines = Ordered([.. segments, .. events], timeline, moment, log);
        if (_holds.Any)
            return Held(day);
        _counters.Set(new WindowCounter("", LastBill, new Period(day, day.PlusDays(1)), 1m));
        var state = request.State with { Counters = _counters.ToImmutable(), Billed = [.. billed, .. corrected] };
        var rating = new RatingResult(lines, [], [], [], TaxesOf(lines, timeline)) { State = state };
        return new SubscriptionBill(day, PeriodOf(lines, day), rating);
    }

    private (ImmutableArray<RatedLine> Lines, IEnumerable<BilledAmount> Billed) Segments(
        LifeTimeline timeline, BillMoment moment)
    {
        var due = new SegmentFinding(request, _settings, timeline, moment).Due();
        var before = request.State.Billed.Select(BilledSegment.Of).OfType<BilledSegment>()
            .Where(billed => billed.Key.Full.Until >= moment.Cutoff).ToList();
        var count = new PartCount(_settings, request.Tariff(request.Life.Tariff)!.Zone ?? request.Zone);
        var pricing = new SegmentPricing(new LineDrafts(request), count, _settings);
        return new SegmentBilling(_settings, timeline, pricing, SegmentOf).Bill(due, before);
    }

    private (ImmutableArray<RatedLine> Lines, ImmutableArray<BilledAmount> Billed) Usage(
        LifeTimeline timeline, BillMoment moment, EventLog log)
    {
        var cycle = request.Life.Cycle ?? BillDays.CycleOf(request, request.Life.Tariff);
        var rated = new SubscriptionEvents(request, _settings, timeline, moment).Rate(log, cycle, _counters, _holds);
        var known = request.State.Billed.Where(entry => BilledSegment.Of(entry) is null
            && entry.Period.Until >= moment.Cutoff).ToList();
        // What no event is given for stays as it was billed.
        var periods = rated.Select(line => line.Period).Distinct().ToList();
        var again = known.ToLookup(entry => periods.Exists(period => period.Overlap(entry.Period) is not null));
        var (lines, billed) = new BilledDifference(request.Life.ContractId, request.Currency, TextOf)
        {
            Rounding = _settings.Of(QuantitySettings.DifferenceRounding),
        }.Of(rated, [.. again[true]]);
        return (lines, [.. again[false], .. billed]);
    }

    // Stay by stay: what one tariff promises, caps or gives is about what that tariff billed, also on the bill after
    // it.
    private ImmutableArray<RatedLine> Ordered(
        ImmutableArray<RatedLine> pending, LifeTimeline timeline, BillMoment moment, EventLog log)
    {
        var begun = TariffStay.Of(timeline).Where(stay => stay.From.Date <= moment.On).ToList();
        if (begun.Count == 0)
            return pending;
        var stayOf = pending.ToLookup(line => StayOf(line, begun));
        var lines = ImmutableArray.CreateBuilder<RatedLine>();
        foreach (var stay in begun)
        {
            var isOpen = stay == begun[^1];
            if (isOpen || stay.Until.Date >= moment.Cutoff)
                AddStay(stay, [.. stayOf[stay]], ScopeOf(timeline, moment, stay, log), lines);
            else
                lines.AddRange(stayOf[stay]);
        }
        return lines.ToImmutable();
    }

    private TariffStay StayOf(RatedLine line, List<TariffStay> begun)
    {
        var own = begun.Where(stay => request.Tariff(stay.Tariff) is { } tariff
            && tariff.Versions.Any(version => tariff.Reference(version) == line.TariffVersion)).ToList();
        return own.FindLast(stay => stay.From.Date <= line.Period.From) ?? own.FirstOrDefault() ?? begun[0];
    }

    // Lines in the order of the version that is valid; what another one priced stands first.
    private void AddStay(
        TariffStay stay,
        IReadOnlyList<RatedLine> pending,
        AdjustmentScope scope,
        ImmutableArray<RatedLine>.Builder lines)
    {
        var tariff = request.Tariff(stay.Tariff);
        if (tariff is null || VersionOn(tariff, LocalDate.Min(scope.On, LastDayOf(stay))) is not { } version)
        {
            lines.AddRange(pending);
            return;
        }
        var reference = tariff.Reference(version);
        var drafts = new LineDrafts(request);
        var adjustments = new BillAdjustments(scope, _counters, lines, lines.Count);
        lines.AddRange(pending.Where(line => line.TariffVersion != reference));
        foreach (var charge in version.Charges)
        {
            if (RecurringKinds.Of(charge) is not { } recurring)
                continue;
            lines.AddRange(pending.Where(line =>
                line.TariffVersion == reference && line.Code == charge.Head.Code));
            adjustments.TryAdd(recurring, days => drafts.Of(tariff, version, charge.Head, days));
        }
    }

    private static LocalDate LastDayOf(TariffStay stay) => stay.Until.PlusTicks(-1).Date;

    private AdjustmentScope ScopeOf(LifeTimeline timeline, BillMoment moment, TariffStay stay, EventLog log)
    {
        var current = timeline.At(moment.On.AtMidnight()) ?? timeline.Spans[^1];
        var cycle = request.Life.Cycle ?? BillDays.CycleOf(request, current.Tariff);
        var end = LocalDateTime.Min(timeline.End, stay.Until);
        var start = request.Life.Start.Date;
        var from = LocalDate.Max(start, stay.From.Date);
        return new AdjustmentScope(
            moment.On,
            from,
            end == LifeTimeline.Never ? null : end.Date,
            LocalDate.Max(from, moment.Cutoff),
            moment.AdvanceBefore,
            request.Currency)
        {
            StartsOn = start,
            OccasionsFrom = start,
            OccasionsTo = LocalDate.Min(moment.On, LastDayOf(stay)),
            Settings = _settings,
            Log = log,
            Zone = request.Zone,
            Cycle = LifeTimeline.AnchorOf(current, cycle, _settings).PeriodOf(moment.On),
            WindowOf = (interval, day) => LifeTimeline.AnchorOf(stay.Last, interval, _settings).PeriodOf(day),
            HasCoupon = timeline.Coupons.Contains,
            GrossOf = GrossOf,
        };
    }

    private BillMoment MomentOf(LocalDate day)
    {
        var months = (int)(_settings.Of(QuantitySettings.CorrectionMonths) ?? 0m);
        var last = LastBillOn(request.State) ?? request.Life.Start.Date;
        var cutoff = LocalDate.Min(last, day.PlusMonths(-months));
        var isEnd = _settings.Of(SubscriptionSettings.Until) == LifeUntil.End;
        return new BillMoment(
            day, isEnd ? LocalDate.MaxIsoValue : request.Life.Until.Date, cutoff, day >= request.Life.Until.Date);
    }

    private Segment? SegmentOf(BilledSegment billed)
    {
        foreach (var tariff in request.Tariffs)
        {
            foreach (var version in tariff.Versions.Where(one => tariff.Reference(one) == billed.Key.TariffVersion))
            {
                var charge = version.Charges.Select(RecurringKinds.Of)
                    .OfType<Tariffs.Recurring.SubscriptionCharge>()
                    .FirstOrDefault(one => one.Head.Code == billed.Key.Code);
                var own = request.Overrides.LastOrDefault(one => one.Covers(billed.Key.Code, billed.Key.Full.From));
                if (charge is not null)
                {
                    var priced = own is null ? charge : charge with { Price = own.Price };
                    return new Segment(tariff, version, priced, billed.Key, billed.Range);
                }
            }
        }
        _holds.Add("unknown-tariff", $"{billed.Key.TariffVersion} with {billed.Key.Code} was billed and is not given.");
        return null;
    }

    private TariffVersion? VersionOn(Tariff tariff, LocalDate day) =>
        CustomerVersions.Of(tariff, request.Life.CustomerSince ?? request.Life.Start.Date, _settings)
            .Where(known => known.From <= day && (known.Until is not { } until || day < until))
            .Select(known => known.Version).LastOrDefault();

    private string TextOf(string code) => request.Tariffs.SelectMany(tariff => tariff.Versions)
        .SelectMany(version => version.Charges).Where(charge => charge.Head.Code == code)
        .Select(charge => charge.Head.Text).FirstOrDefault(code);

    private ImmutableArray<VersionTaxes> TaxesOf(ImmutableArray<RatedLine> lines, LifeTimeline timeline)
    {
        var used = lines.Select(line => line.TariffVersion).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. request.Tariffs.SelectMany(tariff => tariff.Versions.Select(version => TaxesOf(tariff, version)))
                .Where(taxes => used.Contains(taxes.TariffVersion))
                .Select(taxes => WithLimits(taxes, lines, timeline)),
        ];
    }

    private GrossAmounts GrossOf(ImmutableArray<RatedLine> lines) => TaxCalculation.GrossOf(new TaxRequest(
        lines,
        [.. request.Tariffs.SelectMany(tariff => tariff.Versions.Select(version => TaxesOf(tariff, version)))],
        request.Currency)
    {
        Standing = request.Standing,
    });

    private VersionTaxes TaxesOf(Tariff tariff, TariffVersion version) =>
        VersionTaxes.Of(tariff.Reference(version), version.Taxes, tariff.Settings.Under(request.Settings));

    private VersionTaxes WithLimits(VersionTaxes taxes, ImmutableArray<RatedLine> lines, LifeTimeline timeline)
    {
        if (taxes is not { Limits: { } limits, LimitPart: LimitPart.Prorated })
            return taxes;
        var share = new LifeShare(request, _settings, timeline).Of(lines);
        decimal? PartOf(decimal? limit) => limit is { } whole ? share.Of(whole) : null;
        return taxes with { Limits = limits with { Least = PartOf(limits.Least), Most = PartOf(limits.Most) } };
    }

    private static Period PeriodOf(ImmutableArray<RatedLine> lines, LocalDate day) => lines.IsEmpty
        ? new Period(day, day.PlusDays(1))
        : new Period(lines.Min(line => line.Period.From), lines.Max(line => line.Period.Until));

    private SubscriptionBill Held(LocalDate day) => new(
        day,
        new Period(day, day.PlusDays(1)),
        new RatingResult([], _holds.ToImmutable(), [], [], []) { State = request.State });
}
