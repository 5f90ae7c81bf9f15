using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Rates the events of a charge in a period from all that is known of it, whatever was billed.</summary>
internal sealed class EventRating(EventLog log, RatingSettings settings, CounterList counters, HoldList holds)
{
    private const string Level = "level ";

    /// <summary>Adds the lines of the charge: for the period, or one for each event.</summary>
    public void AddTo(
        ImmutableArray<RatedLine>.Builder lines, EventCharge charge, LineDraft line, EventSpan span)
    {
        var quantity = new EventQuantity(charge, span, holds);
        var groups = new EventGrouping(charge, log, holds).In(span);
        var continued = IsLevel(charge) ? Continued(charge, groups, span) : [];
        foreach (var group in groups.Concat(continued))
        {
            if (group.Price is PercentagePrice percentage)
                AddPercentage(lines, charge, line, (group, percentage, quantity));
            else if (charge.Billing == EventBilling.PerEvent)
                AddEach(lines, charge, line, (group, quantity));
            else
                AddPeriod(lines, charge, line, (group, quantity, span));
        }
    }

    private void AddPeriod(
        ImmutableArray<RatedLine>.Builder lines,
        EventCharge charge,
        LineDraft line,
        (EventGroup Group, EventQuantity Quantity, EventSpan Span) rated)
    {
        var (group, quantity, span) = rated;
        var level = LevelAt(charge, group, quantity, span);
        var source = SourceOf(charge, group, span.Days.ToString());
        foreach (var part in QuantityPricing.PartsOf(group.Price, quantity.Of(group.Inside, level), settings))
            lines.Add(LineOf(line, part, charge.Unit, group.Label, source));
    }

    // Each event costs what it adds to the price of all so far.
    private void AddEach(
        ImmutableArray<RatedLine>.Builder lines,
        EventCharge charge,
        LineDraft line,
        (EventGroup Group, EventQuantity Quantity) rated)
    {
        var (group, quantity) = rated;
        var (total, cost) = (0m, 0m);
        foreach (var one in group.Inside)
        {
            var value = quantity.ValueOf(one);
            total += value;
            var amount = QuantityPricing.AmountOf(group.Price, total, settings);
            var part = new QuantityPart(value, PriceOf(amount - cost, value), amount - cost, null, null);
            lines.Add(LineOf(line, part, charge.Unit, LabelOf(group, one), SourceOf(charge, group, one.Id)));
            cost = amount;
        }
    }

    private static void AddPercentage(
        ImmutableArray<RatedLine>.Builder lines,
        EventCharge charge,
        LineDraft line,
        (EventGroup Group, PercentagePrice Price, EventQuantity Quantity) rated)
    {
        var (group, price, quantity) = rated;
        var pricing = new PercentagePricing(price);
        // Where all amounts come to nothing there is nothing to take a part of, and no fixed part either.
        var isNothing = group.Inside.Sum(quantity.ValueOf) == 0m;
        foreach (var one in isNothing ? [] : group.Inside)
        {
            var exact = pricing.Next(quantity.ValueOf(one));
            if (charge.Billing == EventBilling.PerEvent)
            {
                var part = new QuantityPart(1m, exact, exact, null, "event");
                lines.Add(LineOf(line, part, charge.Unit, LabelOf(group, one), SourceOf(charge, group, one.Id)));
            }
        }
        if (charge.Billing == EventBilling.PerEvent)
            return;
        var source = SourceOf(charge, group, line.Days.ToString());
        foreach (var part in pricing.Parts(line.Request.Currency.Code))
            lines.Add(LineOf(line, part, charge.Unit, group.Label, source));
    }

    private static bool IsLevel(EventCharge charge) =>
        charge.Aggregation is EventAggregation.WeightedSum or EventAggregation.ProratedSum;

    // A level that no event of the period touches is there all the same.
    private IEnumerable<EventGroup> Continued(
        EventCharge charge, IReadOnlyList<EventGroup> groups, EventSpan span) =>
        counters.EndingOn(charge.Head.Code, Level, span.Days.From)
            .Select(static counter => counter.Key[Level.Length..])
            .Where(label => label.Length > 0 && !groups.Any(group => group.Label == label))
            .Select(label => new EventGroup(label, charge.Price, [], []));

    // A level goes on from period to period: as the rating before left it, or as the events before add up to.
    private decimal LevelAt(EventCharge charge, EventGroup group, EventQuantity quantity, EventSpan span)
    {
        if (!IsLevel(charge))
            return 0m;
        var key = Level + group.Label;
        var opening = counters.At(charge.Head.Code, key, span.Days.From)
            ?? group.Earlier.Sum(quantity.ValueOf);
        var closing = opening + group.Inside.Sum(quantity.ValueOf);
        counters.Set(new WindowCounter(charge.Head.Code, key, span.Days, closing));
        return opening;
    }

    private static RatedLine LineOf(
        LineDraft line, QuantityPart part, string unit, string? label, LineSource source)
    {
        var tier = label is null ? part.Tier : part.Tier is null ? label : $"{label}: {part.Tier}";
        return line.Of(
            new PricedPart(part.Quantity, part.Price, tier, null), part.Unit ?? unit, part.Amount, source);
    }

    private static string LabelOf(EventGroup group, UsageEvent one) =>
        group.Label is null ? one.Id : $"{group.Label}: {one.Id}";

    private static decimal PriceOf(decimal amount, decimal quantity) => quantity == 0m ? amount : amount / quantity;

    private static LineSource SourceOf(EventCharge charge, EventGroup group, string reference) => new(
        "events", $"{charge.Event ?? "all"} {reference} ({group.Inside.Count} events)", "");
}
