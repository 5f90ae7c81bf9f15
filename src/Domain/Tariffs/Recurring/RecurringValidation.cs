using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>Checks subscription and event charges and those that depend on other charges.</summary>
internal sealed class RecurringValidation(string path, ProblemList problems)
{
    private const decimal PercentMax = 100m;

    /// <summary>Adds the problems of the charge; the selection it has is checked by the caller.</summary>
    public void Check(Charge charge)
    {
        var prices = new QuantityPriceValidation(problems);
        switch (charge)
        {
            case SubscriptionCharge subscription:
                prices.Check(subscription.Price, $"{path}/price", isOfEvents: false);
                break;
            case EventCharge events:
                prices.Check(events.Price, $"{path}/price", isOfEvents: true);
                CheckEvents(events);
                break;
            case CommitmentCharge { Amount: <= 0m }:
                Add("amount", "out-of-range", "A commitment is more than nothing.");
                break;
            case CommitmentCharge { Mode: CommitmentMode.Prepaid, ShortfallPrice: not null }:
                Add("prepaid", "out-of-range", "What is paid in advance is an amount of money.");
                break;
            case CommitmentCharge { OverageFactor: < 0m }:
                Add("overageFactor", "out-of-range", "A factor is not negative.");
                break;
            case CommitmentCharge { OverageFactor: not 1m } factored
                when factored.ShortfallPrice is not null || factored.IncludesTax:
                Add("overageFactor", "out-of-range", "A factor is on an amount of money without its taxes.");
                break;
            case CommitmentCharge { IncludesTax: true } commitment
                when commitment.Mode == CommitmentMode.Prepaid || commitment.ShortfallPrice is not null:
                Add("includesTax", "out-of-range", "Only an amount that is made good at the end includes taxes.");
                break;
            case MaximumCharge { Amount: < 0m }:
                Add("amount", "out-of-range", "A maximum is not negative.");
                break;
            case RetentionCharge { Percent: <= 0m or > PercentMax }:
                Add("percent", "out-of-range", "More than 0 and at most 100 percent are held back.");
                break;
            case DiscountCharge discount:
                CheckDiscount(discount);
                break;
        }
    }

    /// <summary>The charges that a charge depends on; null where it depends on none.</summary>
    public static ChargeSelection? SelectionOf(Charge charge) => charge switch
    {
        CommitmentCharge commitment => commitment.Base,
        MaximumCharge maximum => maximum.Base,
        RetentionCharge retention => retention.Base,
        DiscountCharge discount => discount.Base,
        _ => null,
    };

    private void CheckEvents(EventCharge charge)
    {
        if (string.IsNullOrWhiteSpace(charge.Unit))
            Add("unit", "required", "A price per unit names the unit.");
        if (string.IsNullOrWhiteSpace(charge.Field))
            Add("field", "required", "What is added up has a name.");
        if (charge.Billing == EventBilling.PerEvent
            && charge.Aggregation is not (EventAggregation.Count or EventAggregation.Sum))
        {
            Add("per", "unfit-aggregation", "Only a count or a sum has a line for each event.");
        }
        if (charge is
            {
                Price: MatrixPrice or CapacityPrice or PriceModel.PerWindow,
                IsLevel: true,
            })
        {
            Add("aggregation", "unfit-aggregation", "A level has no price by matrix, capacity or window.");
        }
        if (charge.Price is PriceModel.Tiers { Per: ChargePer.Life }
            && charge.Aggregation is not (EventAggregation.RunningSum or EventAggregation.RunningUnique))
        {
            Add("aggregation", "unfit-aggregation", "Tiers per life bill what a running count has grown.");
        }
        if (charge is { Billing: EventBilling.PerEvent, Price: CapacityPrice or PriceModel.PerWindow })
            Add("per", "unfit-price", "A capacity or a window is of a period, not of one event.");
        CheckCounting(charge.Counting, "counting");
        CheckCounting(charge.Each, "each");
        var isCounted = charge.Aggregation is EventAggregation.Count or EventAggregation.Unique
            or EventAggregation.RunningUnique or EventAggregation.ProratedUnique;
        if (charge.Each is not null && isCounted)
            Add("each", "unfit-aggregation", "What is only counted has no value of its own.");
        if (charge.Aggregation == EventAggregation.Percentile == charge.Percentile is null)
            Add("percentile", "unfit-aggregation", "A percentile has its percentage, and no other quantity has one.");
        if (charge.Percentile is <= 0m or > PercentMax)
            Add("percentile", "out-of-range", "A percentile is of more than 0 and at most 100 percent.");
        var price = charge.Price is MatrixPrice matrix ? matrix.Rows.FirstOrDefault()?.Price : charge.Price;
        if (price is PercentagePrice && charge.Aggregation != EventAggregation.Sum)
            Add("aggregation", "unfit-aggregation", "A percentage is of the sum of a field.");
    }

    private void CheckCounting(EventCounting? counting, string member)
    {
        if (counting is { Size: <= 0m } or { Factor: <= 0m } or { Free: < 0m } or { Least: < 0m })
            Add(member, "out-of-range", "A billed unit is more than nothing; what is free is not negative.");
        if (counting?.Rounding is { Decimals: < 0 or > Calls.CallRounding.DecimalsMax })
            Add($"{member}/decimals", "out-of-range", "A quantity is rounded to 0 to 10 decimals.");
    }

    private void CheckDiscount(DiscountCharge discount)
    {
        if (discount is { Kind: DiscountKind.Amount, Value: < 0m })
            Add("amount", "out-of-range", "A discount is not negative.");
        if (discount.Bills < 1)
            Add("bills", "out-of-range", "A discount is for at least one bill.");
    }

    private void Add(string member, string rule, string detail) => problems.Add($"{path}/{member}", rule, detail);
}
