using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Adjustments;

/// <summary>
/// Commitments and maximums: what a window owes for what was spent in it, less what was billed for it already. So late
/// use corrects a window that was made good before.
/// </summary>
internal sealed class WindowAdjustment(
    AdjustmentScope scope, CounterList counters, ImmutableArray<RatedLine>.Builder lines, int first)
{
    internal const string Spent = "spent ";
    internal const string Paid = "paid ";
    internal const string Unit = "window";

    /// <summary>Adds a line for each window whose balance has changed.</summary>
    public void Add(Charge charge, Func<Period, LineDraft> draft)
    {
        var (interval, selection, isQuantity) = charge switch
        {
            CommitmentCharge commitment =>
                (commitment.Window, commitment.Base, commitment.ShortfallPrice is not null),
            MaximumCharge maximum => (maximum.Window, maximum.Base, false),
            _ => throw new Primitives.BrokenInvariantException("a commitment or a maximum has a window"),
        };
        Count(charge.Head.Code, interval, selection, isQuantity);
        foreach (var window in scope.WindowsOf(interval))
            Settle(charge, window, draft);
    }

    private void Count(string code, BillingInterval interval, ChargeSelection selection, bool isQuantity)
    {
        for (var i = first; i < lines.Count; i++)
        {
            var line = lines[i];
            if (!selection.Includes(line.Code) || line.Source.Kind == Unit)
                continue;
            var window = scope.WindowOf(interval, line.Period.From);
            var value = isQuantity ? line.Quantity : line.Amount.ToDecimal();
            var before = counters.Find(code, Spent + window)?.Quantity ?? 0m;
            counters.Set(new WindowCounter(code, Spent + window, window, before + value));
        }
    }

    private void Settle(Charge charge, Period window, Func<Period, LineDraft> draft)
    {
        var code = charge.Head.Code;
        var spent = counters.Find(code, Spent + window)?.Quantity ?? 0m;
        var owed = charge is CommitmentCharge commitment ? OwedFor(commitment, window, spent)
            : -decimal.Max(0m, spent - ((MaximumCharge)charge).Amount);
        if (owed is not { } due)
            return;
        var paid = counters.Find(code, Paid + window)?.Quantity ?? 0m;
        if (due - paid == 0m)
            return;
        var source = new LineSource(Unit, $"{window}, counted {spent.ToString(CultureInfo.InvariantCulture)}", "");
        var line = draft(window).Of(new PricedPart(1m, due - paid, null, null), Unit, due - paid, source);
        if (line.Amount.IsZero)
            return;
        lines.Add(line);
        counters.Set(new WindowCounter(code, Paid + window, window, paid + line.Amount.ToDecimal()));
    }

    // A prepaid window owes its amount from its first day and gives back what is used; another is made good at its end.
    // Use beyond what was promised costs the factor, whichever way.
    private decimal? OwedFor(CommitmentCharge charge, Period window, decimal spent)
    {
        var promised = scope.ShareOf(window).Of(charge.Amount);
        var overage = decimal.Max(0m, spent - promised) * (charge.OverageFactor - 1m);
        if (charge.Mode == CommitmentMode.Prepaid)
        {
            return window.From >= scope.AdvanceBefore
                ? null
                : promised - decimal.Max(0m, decimal.Min(spent, promised)) + overage;
        }
        return scope.IsOver(window)
            ? (decimal.Max(0m, promised - spent) * (charge.ShortfallPrice ?? 1m)) + overage
            : null;
    }
}
