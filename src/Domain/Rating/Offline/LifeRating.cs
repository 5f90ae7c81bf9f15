using System.Collections.Immutable;
using BillingActors.Domain.Rating.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Rating.Offline;

/// <summary>Rates the bills of a subscription that fall on some days.</summary>
public static class LifeRating
{
    /// <summary>
    /// The bills after the last one of the state, from one day up to another, exclusive; those without a line are left
    /// out. The first bill that must be held is the last. Where no bill is known to have been made, those before the
    /// first day count as made, so that what they billed is not billed again.
    /// </summary>
    public static RatedPeriods Rate(SubscriptionRequest request, LocalDate? from, LocalDate? until)
    {
        var bills = ImmutableArray.CreateBuilder<PeriodBill>();
        var state = request.State;
        var isNew = SubscriptionRating.LastBillOn(state) is null;
        for (var on = SubscriptionBilling.NextBillOn(request, SubscriptionRating.LastBillOn(state));
            on is { } day && !(day >= until);
            on = SubscriptionBilling.NextBillOn(request, day))
        {
            if (day < from && !isNew)
                continue;
            var bill = SubscriptionBilling.BillOn(request with { State = state }, day);
            if ((!bill.Rating.Lines.IsEmpty && !(day < from)) || !bill.Rating.Holds.IsEmpty)
                bills.Add(PeriodBill.Of(bill.Period, bill.Rating, request.Currency));
            if (!bill.Rating.Holds.IsEmpty)
                break;
            state = bill.Rating.State;
        }
        return new RatedPeriods(bills.ToImmutable(), state);
    }
}
