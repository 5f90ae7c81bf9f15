using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;
using NodaTime;

namespace BillingActors.Grains.Mapping.Subscriptions;

/// <summary>Charges of subscriptions and events of a tariff document.</summary>
internal static class RecurringChargeMapping
{
    private const string Amount = "amount";
    private const string Quantity = "quantity";

    /// <summary>The charge; null where it is of another kind or after a problem was noted.</summary>
    public static Charge? ToDomain(ChargeDocument document, ChargeHead head, Place place) => document switch
    {
        ChargeDocument.Subscription subscription => Subscription(subscription, head, place),
        ChargeDocument.Commitment commitment => Commitment(commitment, head, place),
        EventsChargeDocument events => Events(events, head, place),
        OneOffChargeDocument once => new OneOffCharge(
            head, once.Amount, once.Quantity ?? 1m, Occasion(once.On, once.OnEvent) ?? new ChargeOccasion.AtStart()),
        MilestoneChargeDocument milestone => Milestone(milestone, head, place),
        RetentionChargeDocument retention => Retention(retention, head, place),
        CapChargeDocument maximum => new MaximumCharge(
            head, RecurringReading.Interval(maximum.Per, maximum.Every, place.Path, place.Reading), maximum.Amount,
            Selection(maximum.Of, maximum.Except))
        {
            IncludesTax = maximum.IncludesTax,
        },
        DiscountChargeDocument discount => Discount(discount, head, place),
        _ => null,
    };

    /// <summary>Whether the document is of a kind that is mapped here.</summary>
    public static bool IsKnown(ChargeDocument document) => document is ChargeDocument.Subscription
        or ChargeDocument.Commitment or EventsChargeDocument or OneOffChargeDocument or MilestoneChargeDocument
        or RetentionChargeDocument or CapChargeDocument or DiscountChargeDocument;

    private static SubscriptionCharge? Subscription(
        ChargeDocument.Subscription document, ChargeHead head, Place place)
    {
        var interval = RecurringReading.Interval(document.Per, document.Every, place.Path, place.Reading);
        return TariffPriceMapping.ToDomain(document.Price, place.At("price").Path, place.Reading) is { } price
            ? new SubscriptionCharge(head, document.Item, interval, price, document.InAdvance)
            : null;
    }

    private static CommitmentCharge? Commitment(ChargeDocument.Commitment document, ChargeHead head, Place place)
    {
        var interval = RecurringReading.Interval(document.Per, document.Every, place.Path, place.Reading);
        if (document.Amount is null == document.Quantity is null)
        {
            place.At("amount").Add("required", "A commitment is an amount or a quantity, and not both.");
            return null;
        }
        if (document.Quantity is null != document.ShortfallPrice is null)
        {
            place.At("shortfallPrice").Add("required", "A promised quantity, and only that, has a shortfall price.");
            return null;
        }
        return new CommitmentCharge(
            head,
            interval,
            document.Amount ?? document.Quantity!.Value,
            document.ShortfallPrice,
            Selection(document.Of, document.Except),
            document.Prepaid ? CommitmentMode.Prepaid : CommitmentMode.TrueUp,
            document.OverageFactor ?? 1m)
        {
            IncludesTax = document.IncludesTax,
        };
    }

    private static EventCharge? Events(EventsChargeDocument document, ChargeHead head, Place place)
    {
        var (reading, path) = (place.Reading, place.Path);
        var aggregation = RecurringReading.Aggregation(document.Aggregation, $"{path}/aggregation", reading);
        var billing = RecurringReading.OneOf(
            document.Per, ("period", EventBilling.PerPeriod), ("event", EventBilling.PerEvent), place.At("per"));
        if (TariffPriceMapping.ToDomain(document.Price, $"{path}/price", reading) is not { } price)
            return null;
        return new EventCharge(
            head,
            document.Event,
            aggregation,
            document.Field ?? (price is PercentagePrice ? Amount : Quantity),
            document.Unit,
            price,
            billing,
            [.. (document.Filters ?? []).Select(filter =>
                new EventFilter(filter.Property, filter.Values, filter.Exclude))],
            document.GroupBy ?? [])
        {
            Calendar = document.Calendar,
            FieldElse = document.Field is null ? FieldElse(document.Price) : null,
            Counting = document.Counting is { } counting ? Counting(counting, place.At("counting")) : null,
            Each = document.Each is { } each ? Counting(each, place.At("each")) : null,
            Percentile = document.Percentile,
        };
    }

    // What a percentage is taken of, sources give as the amount of an event or as its quantity.
    private static string? FieldElse(PriceDocument price) => price switch
    {
        PercentagePriceDocument => Quantity,
        GraduatedPercentagePriceDocument => Amount,
        _ => null,
    };

    private static EventCounting Counting(EventCountingDocument document, Place place)
    {
        RoundingMethod? method = document.Rounding switch
        {
            "up" => RoundingMethod.Up,
            "down" => RoundingMethod.Down,
            "half" => RoundingMethod.Half,
            _ => null,
        };
        if (method is null && document.Rounding is { } word)
            place.At("rounding").Add("unknown-word", $"\"{word}\" is not up, down or half.");
        return new EventCounting(
            document.Factor ?? 1m,
            document.Size ?? 1m,
            method is { } known ? new CallRounding(known, document.Decimals) : null,
            document.Free ?? 0m)
        {
            Least = document.Least,
        };
    }

    private static OneOffCharge? Milestone(MilestoneChargeDocument document, ChargeHead head, Place place)
    {
        if (Occasion(document.On, document.OnEvent) is { } occasion)
            return new OneOffCharge(head, document.Amount, 1m, occasion);
        place.At("on").Add("required", "A milestone has a day or an event.");
        return null;
    }

    private static RetentionCharge? Retention(RetentionChargeDocument document, ChargeHead head, Place place)
    {
        if (Occasion(document.ReleaseOn, document.ReleaseOnEvent) is { } release)
            return new RetentionCharge(head, document.Percent, Selection(document.Of, document.Except), release);
        place.At("releaseOn").Add("required", "What is held back is released on a day or by an event.");
        return null;
    }

    private static DiscountCharge? Discount(DiscountChargeDocument document, ChargeHead head, Place place)
    {
        var remainder = RecurringReading.OneOf(
            document.Remainder,
            ("forfeited", DiscountRemainder.Forfeited),
            ("carried", DiscountRemainder.Carried),
            place.At("remainder"));
        if (document.Percent is null == document.Amount is null)
        {
            place.At("percent").Add("required", "A discount is a percentage or an amount, and not both.");
            return null;
        }
        return new DiscountCharge(
            head,
            document.Percent is null ? DiscountKind.Amount : DiscountKind.Percent,
            document.Percent ?? document.Amount!.Value,
            Selection(document.Of, document.Except),
            document.Bills,
            remainder,
            document.Coupon);
    }

    private static ChargeOccasion? Occasion(DateOnly? day, string? named) =>
        day is { } given ? new ChargeOccasion.OnDay(LocalDate.FromDateOnly(given))
        : named is not null ? new ChargeOccasion.OnEvent(named)
        : null;

    private static ChargeSelection Selection(ImmutableArray<string>? of, ImmutableArray<string>? except) =>
        new(of ?? [], except ?? []);
}
