using System.Collections.Immutable;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Adjustments;

/// <summary>
/// Adds what depends on the lines before it: discounts, one-off charges, what is held back, commitments and maximums.
/// </summary>
internal sealed class BillAdjustments(
    AdjustmentScope scope, CounterList counters, ImmutableArray<RatedLine>.Builder lines, int first)
{
    internal const string Done = "done";
    private const string Held = "held";
    internal const string Bills = "bills";
    internal const string Carried = "carried";

    /// <summary>Adds the lines of the charge; false where the charge is of another kind.</summary>
    public bool TryAdd(Charge charge, Func<Period, LineDraft> draft)
    {
        switch (charge)
        {
            case OneOffCharge oneOff:
                AddOneOff(oneOff, draft);
                return true;
            case RetentionCharge retention:
                AddRetention(retention, draft);
                return true;
            case DiscountCharge discount:
                AddDiscount(discount, draft);
                return true;
            case CommitmentCharge { IncludesTax: true } or MaximumCharge { IncludesTax: true }:
                new GrossWindowAdjustment(scope, counters, lines, first).Add(charge, draft);
                return true;
            case CommitmentCharge or MaximumCharge:
                new WindowAdjustment(scope, counters, lines, first).Add(charge, draft);
                return true;
            default:
                return false;
        }
    }

    private void AddOneOff(OneOffCharge charge, Func<Period, LineDraft> draft)
    {
        if (scope.DayOf(charge.Occasion) is not { } day || counters.Find(charge.Head.Code, Done) is not null)
            return;
        var period = new Period(day, day.PlusDays(1));
        counters.Set(new WindowCounter(charge.Head.Code, Done, period, 1m));
        lines.Add(draft(period).Of(
            new PricedPart(charge.Quantity, charge.Amount, null, null),
            "piece",
            charge.Quantity * charge.Amount,
            new LineSource("occasion", period.ToString(), "")));
    }

    private void AddRetention(RetentionCharge charge, Func<Period, LineDraft> draft)
    {
        var code = charge.Head.Code;
        if (counters.Find(code, Done) is not null)
            return;
        var held = counters.Find(code, Held)?.Quantity ?? 0m;
        var sum = SumOf(charge.Base);
        if (sum != 0m)
        {
            var line = LineOf(draft(scope.Cycle), (sum, -charge.Percent / 100m), scope.Currency.Code, charge.Base);
            lines.Add(line);
            held -= line.Amount.ToDecimal();
            counters.Set(new WindowCounter(code, Held, scope.Cycle, held));
        }
        if (scope.DayOf(charge.Release) is not { } day)
            return;
        var released = new Period(day, day.PlusDays(1));
        counters.Drop(code, Held);
        counters.Set(new WindowCounter(code, Done, released, 1m));
        if (held != 0m)
            lines.Add(LineOf(draft(released), (1m, held), "release", charge.Base));
    }

    private void AddDiscount(DiscountCharge charge, Func<Period, LineDraft> draft)
    {
        if (charge.Coupon is { } coupon && !scope.HasCoupon(coupon))
            return;
        var code = charge.Head.Code;
        var sum = SumOf(charge.Base);
        var count = counters.Find(code, Bills);
        // Several bills of one period are one bill for the count.
        var isCounted = count is not null && count.Window == scope.Cycle;
        var used = count?.Quantity ?? 0m;
        var isGranted = charge.Bills is not { } most || used < most || (isCounted && used == most);
        if (charge.Kind == DiscountKind.Amount)
        {
            AddAmount(charge, draft, (sum, isGranted && !isCounted ? charge.Value : 0m));
        }
        else if (isGranted && sum != 0m)
        {
            AddShared(
                LineOf(draft(scope.Cycle), (sum, -charge.Value / 100m), scope.Currency.Code, charge.Base), charge.Base);
        }
        if (isGranted && !isCounted && sum > 0m)
            counters.Set(new WindowCounter(code, Bills, scope.Cycle, used + 1m));
    }

    // A fixed discount takes at most what there is; the rest is carried or lost.
    private void AddAmount(DiscountCharge charge, Func<Period, LineDraft> draft, (decimal Sum, decimal Granted) on)
    {
        var code = charge.Head.Code;
        if (on.Sum <= 0m)
            return;
        var available = on.Granted + (counters.Find(code, Carried)?.Quantity ?? 0m);
        var taken = decimal.Min(available, on.Sum);
        if (taken != 0m)
            AddShared(LineOf(draft(scope.Cycle), (1m, -taken), "discount", charge.Base), charge.Base);
        counters.Drop(code, Carried);
        if (charge.Remainder == DiscountRemainder.Carried && available > taken)
            counters.Set(new WindowCounter(code, Carried, scope.Cycle, available - taken));
    }

    // Of rounded amounts, so that the customer can check it against the lines above.
    private decimal SumOf(ChargeSelection selection) =>
        LinesOf(selection).Sum(static line => line.Amount.ToDecimal());

    private IEnumerable<RatedLine> LinesOf(ChargeSelection selection)
    {
        var isChargesOnly = scope.Settings.Of(QuantitySettings.DiscountBase) == DiscountBase.Charges;
        return lines.Skip(first).Where(line => selection.Includes(line.Code)
            && !(isChargesOnly && line.Source.Kind == "credit"));
    }

    private void AddShared(RatedLine whole, ChargeSelection selection) =>
        lines.AddRange(CategoryShares.Of(whole, LinesOf(selection)).ToList());

    private static RatedLine LineOf(
        LineDraft draft, (decimal Quantity, decimal Price) priced, string unit, ChargeSelection selection) =>
        draft.Of(
            new PricedPart(priced.Quantity, priced.Price, null, null),
            unit,
            priced.Quantity * priced.Price,
            new LineSource("charge", selection.Of.IsEmpty ? "all before" : string.Join(", ", selection.Of), ""));
}
