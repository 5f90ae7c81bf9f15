using System.Collections.Immutable;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.Subscriptions.Adjustments;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Working;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Subscription, event and dependent charges of a contract whose bill period is given.</summary>
/// <param name="request">What is rated.</param>
/// <param name="pieces">The versions that price its days.</param>
/// <param name="holds">Takes reasons to hold.</param>
internal sealed class ContractRecurring(RatingRequest request, ImmutableArray<TariffPiece> pieces, HoldList holds)
{
    private CounterList? _counters;
    private EventLog? _log;
    private bool _isCorrected;

    // Read once, and only where a charge is for events: its doubts hold the bill.
    private EventLog Log => _log ??= EventLog.Of(request.Events, holds);

    // Most tariffs count nothing from bill to bill.
    private CounterList Counters => _counters ??= CountersBefore();

    private RatingSettings Settings => request.SettingsInForce;

    private DateTimeZone Zone => request.Tariff.Zone ?? request.Zone;

    /// <summary>Adds the lines of the charge; false where the charge is of another kind.</summary>
    public bool TryAdd(Charge charge, LineDraft line, ImmutableArray<RatedLine>.Builder lines, int first)
    {
        switch (charge)
        {
            case EventCharge events:
                _isCorrected = true;
                new EventRating(Log, Settings, Counters, holds)
                    .AddTo(lines, events, line, EventSpan.Of(line.Days, Zone).Within(request.Cycle, Settings));
                return true;
            case SubscriptionCharge subscription:
                AddSubscription(subscription, line, lines);
                return true;
            default:
                return new BillAdjustments(Scope(line.Days), Counters, lines, first)
                    .TryAdd(charge, days => line with { Days = days });
        }
    }

    /// <summary>
    /// The result with the state it leaves; where events were rated, lines are what the period comes to beyond what was
    /// billed for it.
    /// </summary>
    public RatingResult Finish(RatingResult result) =>
        _counters is null && request.State.Billed.IsEmpty ? result : Corrected(result);

    private RatingResult Corrected(RatingResult result)
    {
        var counters = Counters.Over(result.State.Counters);
        if (!_isCorrected && counters == result.State.Counters)
            return result;
        var state = result.State with { Counters = counters };
        if (!_isCorrected)
            return result with { State = state };
        var months = (int)(Settings.Of(QuantitySettings.CorrectionMonths) ?? 0m);
        var cutoff = request.Service.Until.PlusMonths(-months);
        var service = request.Service;
        var difference = new BilledDifference(request.ContractId, request.Currency, TextOf)
        {
            Days = service,
            Rounding = Settings.Of(QuantitySettings.DifferenceRounding),
        };
        var (lines, billed) = difference.Of(
            result.Lines, [.. state.Billed.Where(entry => BilledDifference.IsOf(entry, service))]);
        var others = state.Billed.Where(entry =>
            !BilledDifference.IsOf(entry, service) && entry.Period.Until >= cutoff);
        return result with { Lines = lines, State = state with { Billed = [.. others, .. billed] } };
    }

    private CounterList CountersBefore()
    {
        var counters = new CounterList(request.State.Counters) { StateKey = request.StateKey };
        var rewind = new BilledRewind(
            [.. request.State.Billed.Where(entry => BilledDifference.IsOf(entry, request.Service))],
            request.Cycle,
            request.Currency);
        foreach (var piece in pieces)
        {
            if (piece.Version is { } version)
                rewind.Apply(counters, version);
        }
        return counters;
    }

    // A charge of the bill period itself is cut by days; a longer one is billed in the period it begins or ends in.
    private void AddSubscription(
        SubscriptionCharge charge, LineDraft line, ImmutableArray<RatedLine>.Builder lines)
    {
        foreach (var full in FullPeriodsOf(charge, line.Days))
        {
            var days = full == request.Cycle ? line.Days : full;
            var share = new PartCount(Settings, Zone).Of(
                full, charge.Interval.Months, days.From.AtMidnight(), days.Until.AtMidnight());
            var quantity = charge.Item is { } item ? request.Quantities.GetValueOrDefault(item, 1m) : 1m;
            var reference = FormattableString.Invariant($"{quantity} in {full}");
            var source = new LineSource("subscription", reference, "");
            foreach (var part in QuantityPricing.PartsOf(charge.Price, quantity, Settings))
            {
                lines.Add((line with { Days = days }).Of(
                    new PricedPart(share.Printed(part.Quantity), part.Price, part.Tier, null),
                    part.Unit ?? charge.Item ?? charge.Interval.ToString(),
                    share.Of(part.Amount),
                    source));
            }
        }
    }

    private IEnumerable<Period> FullPeriodsOf(SubscriptionCharge charge, Period days)
    {
        if (charge.Interval.Months == 1)
        {
            yield return request.Cycle;
            yield break;
        }
        for (var full = WindowOf(charge.Interval, days.From);
            full.From < days.Until;
            full = WindowOf(charge.Interval, full.Until))
        {
            if (days.Contains(charge.IsInAdvance ? full.From : full.Until.PlusDays(-1)))
                yield return full;
        }
    }

    private AdjustmentScope Scope(Period days)
    {
        var (cycle, service) = (request.Cycle, request.Service);
        return new AdjustmentScope(
            service.Until,
            cycle.From < service.From ? service.From : LocalDate.MinIsoValue,
            service.Until < cycle.Until ? service.Until : null,
            cycle.From,
            service.Until,
            request.Currency)
        {
            Settings = Settings,
            Log = Log,
            Zone = Zone,
            Cycle = cycle,
            WindowOf = WindowOf,
            HasCoupon = coupon => request.Coupons.Contains(coupon, StringComparer.Ordinal),
            StartsOn = service.From,
            OccasionsFrom = service.From,
            OccasionsTo = service.Until.PlusDays(-1),
            GrossOf = GrossOf,
            Rated = days,
        };
    }

    private GrossAmounts GrossOf(ImmutableArray<RatedLine> lines) => TaxCalculation.GrossOf(new TaxRequest(
        lines,
        [
            .. pieces.Select(piece => piece.Version).OfType<TariffVersion>().Select(version => VersionTaxes.Of(
                request.Tariff.Reference(version), version.Taxes, Settings)),
        ],
        request.Currency)
    {
        Standing = request.Standing,
    });

    private Period WindowOf(BillingInterval interval, LocalDate day)
    {
        if (interval.Months == 1 && request.Cycle.Contains(day))
            return request.Cycle;
        var from = request.Cycle.From;
        return BillingAnchor.Of(interval, from, from.Day, BillingAlignment.Calendar, FirstPeriod.NextBillingDay)
            .PeriodOf(day);
    }

    private string TextOf(string code) => request.Tariff.Versions.SelectMany(version => version.Charges)
        .Where(charge => charge.Head.Code == code).Select(charge => charge.Head.Text).FirstOrDefault(code);
}
