using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Charging;

/// <summary>
/// Rates events one after another by what each adds to the price of all so far. Prices that only the whole period can
/// tell, such as those of a highest value or a percentage with a free part, are left to the bill.
/// </summary>
internal sealed class EventArrival(RatingRequest request, ImmutableArray<UsageSum> before)
{
    private readonly ImmutableArray<TariffPiece> _pieces = request.Tariff.VersionsIn(request.Service);

    /// <summary>What all records have come to, with those rated here.</summary>
    public ImmutableArray<UsageSum> Sums { get; private set; } = before;

    /// <summary>What the event comes to by each charge that counts it; or why it cannot be rated.</summary>
    public HoldReason? Rate(UsageEvent one, out IReadOnlyList<(string, string, decimal, decimal)> found)
    {
        var priced = new List<(string Charge, string Label, decimal Quantity, decimal Amount)>();
        var holds = new HoldList();
        var log = EventLog.Of([one], holds);
        foreach (var piece in _pieces)
        {
            var span = EventSpan.Of(piece.Period, request.Tariff.Zone ?? request.Zone);
            if (one.At < span.From || span.Until <= one.At || piece.Version is not { } version)
                continue;
            foreach (var charge in version.Charges.OfType<EventCharge>())
            {
                if (charge.Within(piece.Period) is not { } days)
                    continue;
                var within = EventSpan.Of(days, span.Zone);
                priced.AddRange(new EventGrouping(charge, log, holds).In(within)
                    .Where(static group => group.Inside.Count > 0)
                    .Select(group => Priced(
                        charge, group, ValueOf(charge, one, new EventQuantity(charge, within, holds)))));
            }
        }
        found = holds.Any ? [] : priced;
        if (holds.Any)
            return holds.ToImmutable()[0];
        foreach (var (charge, label, quantity, amount) in priced)
            Sums = UsageSums.Add(Sums, [new UsageSum(charge, label, 1, quantity, amount)]);
        return priced.Count > 0
            ? null
            : new HoldReason("unpriced-event", $"No charge prices {one.Name} on that day.");
    }

    private static decimal ValueOf(EventCharge charge, UsageEvent one, EventQuantity quantity) =>
        charge.Aggregation == EventAggregation.Count ? 1m : quantity.ValueOf(one);

    private (string Charge, string Label, decimal Quantity, decimal Amount) Priced(
        EventCharge charge, EventGroup group, decimal value)
    {
        var label = group.Label ?? "";
        if (charge.Aggregation is not (EventAggregation.Sum or EventAggregation.Count) || !IsByQuantity(group.Price))
            return (charge.Head.Code, label, value, 0m);
        var sofar = Sums.FirstOrDefault(sum => sum.Charge == charge.Head.Code && sum.Label == label)?.Quantity ?? 0m;
        var added = Cost(charge, group.Price, sofar + value) - Cost(charge, group.Price, sofar);
        return (charge.Head.Code, label, value, added);
    }

    // Before the first record nothing is due, not even the fee of a step.
    private decimal Cost(EventCharge charge, PriceModel price, decimal quantity) => quantity == 0m
        ? 0m
        : QuantityPricing.AmountOf(price, charge.Counting?.Of(quantity) ?? quantity, request.SettingsInForce);

    private static bool IsByQuantity(PriceModel price) =>
        price is PriceModel.Flat or PriceModel.Tiers or SteppedPrice or PackagePrice;
}
