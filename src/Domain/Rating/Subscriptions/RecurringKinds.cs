using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>What the kinds of charges of any tariff mean for a subscription.</summary>
internal static class RecurringKinds
{
    private const int MonthsPerYear = 12;

    /// <summary>
    /// The charge as a subscription knows it; a fixed charge is a subscription in arrears. Null for one that only a
    /// metered contract can rate.
    /// </summary>
    public static Charge? Of(Charge charge) => charge switch
    {
        { Head.Yearly.IsEmpty: false } or { Head.When: not null } => null,
        Charge.Fixed { Per: not ChargePer.Day, Times: null, OnlyIfUsed.IsEmpty: true } fixedCharge =>
            new SubscriptionCharge(
                fixedCharge.Head, null, IntervalOf(fixedCharge.Per), new PriceModel.Flat(fixedCharge.Price), false),
        Charge.Minimum { Per: not ChargePer.Day, Times: null, Counts: null } minimum =>
            new CommitmentCharge(
                minimum.Head, IntervalOf(minimum.Per), minimum.Amount, null, minimum.Base, CommitmentMode.TrueUp),
        Charge.Maximum { Per: not ChargePer.Day, Times: null } maximum => new MaximumCharge(
            maximum.Head, IntervalOf(maximum.Per), maximum.Amount, maximum.Base),
        Charge.Percentage { Most: null, Least: null, Counts: null, PowerFactor: null } percentage => new DiscountCharge(
            percentage.Head, DiscountKind.Percent, -percentage.Percent, percentage.Base, null,
            DiscountRemainder.Forfeited, null),
        SubscriptionCharge or EventCharge or OneOffCharge or CommitmentCharge or MaximumCharge or DiscountCharge
            or RetentionCharge => charge,
        _ => null,
    };

    private static BillingInterval IntervalOf(ChargePer per) =>
        new(IntervalUnit.Month, per == ChargePer.Year ? MonthsPerYear : 1);
}
