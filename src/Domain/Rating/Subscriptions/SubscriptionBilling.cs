using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>
/// Bills a subscription: one bill at a time with the state of the bill before, or its whole life, which is the same.
/// </summary>
public static class SubscriptionBilling
{
    /// <summary>The bills up to the end of the life, in order; the first that must be held is the last.</summary>
    public static ImmutableArray<SubscriptionBill> Rate(SubscriptionRequest request)
    {
        var bills = ImmutableArray.CreateBuilder<SubscriptionBill>();
        var state = request.State;
        for (var on = NextBillOn(request, null); on is { } day; on = NextBillOn(request, day))
        {
            var bill = BillOn(request with { State = state }, day);
            if (!bill.Rating.Lines.IsEmpty || !bill.Rating.Holds.IsEmpty)
                bills.Add(bill);
            if (!bill.Rating.Holds.IsEmpty)
                break;
            state = bill.Rating.State;
        }
        return bills.ToImmutable();
    }

    /// <summary>
    /// The bill of a day, from what is known of the life by then: what is due, less what the state says was billed.
    /// </summary>
    public static SubscriptionBill BillOn(SubscriptionRequest request, LocalDate day) =>
        new SubscriptionRating(request).BillOn(day);

    /// <summary>The first day after the last bill with something to bill; null: the life is over.</summary>
    public static LocalDate? NextBillOn(SubscriptionRequest request, LocalDate? after)
    {
        var start = request.Life.Start.Date;
        if (after is not { } last)
            return start <= request.Life.Until.Date ? start : null;
        return new BillDays(request).After(last);
    }
}
