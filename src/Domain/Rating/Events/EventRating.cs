using System.Collections.Immutable;
using BillingActors.Domain.Rating.Events.Levels;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Rates the events of a charge in a period from all that is known of it, whatever was billed.</summary>
internal sealed class EventRating(EventLog log, RatingSettings settings, CounterList counters, HoldList holds)
{
    /// <summary>Adds the lines of the charge: for the period, or one for each event.</summary>
    public void AddTo(
        ImmutableArray<RatedLine>.Builder lines, EventCharge charge, LineDraft line, EventSpan span)
    {
        var quantity = new EventQuantity(charge, span, holds);
        var levels = new EventLevels(charge, counters, span);
        var first = lines.Count;
        var included = span.Limits;
        charge = included?.Of(charge) ?? charge;
        var calendar = charge.Calendar is { } id ? line.Version.Calendar(id) : null;
        var groups = new EventGrouping(charge, log, holds) { Calendar = calendar }.In(span);
        foreach (var whole in groups.Concat(Continued(charge, groups, levels)))
        {
            var group = included is null ? whole : whole with { Price = included.Of(whole.Price) };
            if (group.Price is PercentagePrice percentage)
                AddPercentage(lines, charge, line, (group, percentage, quantity));
            else if (charge.Billing == EventBilling.PerEvent)
                AddEach(lines, charge, line, (group, quantity));
            else
                AddPeriod(lines, charge, line, (group, quantity, levels));
        }
        ChargeRounding.Apply(lines, first, settings);
    }

    private void AddPeriod(
        ImmutableArray<RatedLine>.Builder lines,
        EventCharge charge,
        LineDraft line,
        (EventGroup Group, EventQuantity Quantity, EventLevels Levels) rated)
    {
        var (group, quantity, levels) = rated;
        var source = SourceOf(charge, group, line.Days.ToString());
        foreach (var part in PartsOf(charge, group, quantity, levels))
            lines.Add(LineOf(line, part, charge.Unit, group.Label, source));
    }

    private IReadOnlyList<QuantityPart> PartsOf(
        EventCharge charge, EventGroup group, EventQuantity quantity, EventLevels levels)
    {
        var level = levels.Opening(group, quantity);
        var opening = level.Quantity;
        if (group.Price is CapacityPrice capacity)
            return CapacityPricing.PartsOf(capacity, group.Inside, some => quantity.Of(some, level).Quantity, settings);
        if (group.Price is PriceModel.PerWindow windows)
        {
            return WindowPricing.PartsOf(
                windows,
                group.Inside,
                some => Billed(charge, quantity.Of(some, level).Quantity),
                (quantity.Zone, settings));
        }
        var use = quantity.Of(group.Inside, level);
        levels.Close(group, level, quantity);
        if (use.Whole < 0m && settings.Of(QuantitySettings.NegativeUse) == NegativeUse.Nothing)
            return [QuantityPart.Of(0m, 0m, null)];
        if (group.Price is PriceModel.Tiers { Per: ChargePer.Life } tiers)
            return GrowthPricing.PartsOf(tiers, Billed(charge, opening), Billed(charge, use.Quantity), settings);
        if (use.Partial is { } partial
            && group.Price is SteppedPrice { Mode: not StepMode.Stairstep } stepped
            && settings.Of(QuantitySettings.ProratedSteps) != ProratedSteps.Counted)
        {
            return PartialPricing.PartsOf(stepped, partial, settings);
        }
        return QuantityPricing.PartsOf(group.Price, Billed(charge, use.Quantity), settings);
    }

    private static decimal Billed(EventCharge charge, decimal quantity) => charge.Counting?.Of(quantity) ?? quantity;

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
            var billed = charge.Counting?.Of(total) ?? total;
            var amount = QuantityPricing.AmountOf(group.Price, billed, settings);
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

    // A level that no event of the period touches is there all the same, where the charge still parts its levels.
    private static IEnumerable<EventGroup> Continued(
        EventCharge charge, IReadOnlyList<EventGroup> groups, EventLevels levels) =>
        charge.GroupBy.IsEmpty && charge.Price is not MatrixPrice
            ? []
            : levels.Labels.Where(label => !groups.Any(group => group.Label == label))
                .Select(label => (Label: label, Price: EventGrouping.PriceOf(charge, label)))
                .Where(static group => group.Price is not null)
                .Select(static group => new EventGroup(group.Label, group.Price!, [], []));

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
