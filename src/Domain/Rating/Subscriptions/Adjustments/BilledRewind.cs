using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Adjustments;

/// <summary>
/// Takes back from the counters what a bill of the same days counted, so that rating them again counts nothing twice.
/// </summary>
/// <param name="billed">What that bill billed.</param>
/// <param name="cycle">Its bill period.</param>
/// <param name="currency">Currency of its amounts.</param>
internal sealed class BilledRewind(ImmutableArray<BilledAmount> billed, Period cycle, Currency currency)
{
    /// <summary>Rewinds the counters of all charges of a version.</summary>
    public void Apply(CounterList counters, TariffVersion version)
    {
        if (billed.IsEmpty)
            return;
        for (var i = 0; i < version.Charges.Length; i++)
        {
            var before = version.Charges.Take(i).Select(static charge => charge.Head.Code).ToHashSet(
                StringComparer.Ordinal);
            switch (version.Charges[i])
            {
                // With taxes the days that are rated again have counters of their own.
                case CommitmentCharge { IncludesTax: true } or MaximumCharge { IncludesTax: true }:
                    break;
                case CommitmentCharge commitment:
                    var isQuantity = commitment.ShortfallPrice is not null;
                    Rewind(counters, (commitment.Head.Code, commitment.Base, isQuantity), before);
                    break;
                case MaximumCharge maximum:
                    Rewind(counters, (maximum.Head.Code, maximum.Base, false), before);
                    break;
                case DiscountCharge discount:
                    Rewind(counters, discount);
                    break;
                case OneOffCharge oneOff when WasBilled(oneOff.Head.Code):
                    counters.Drop(oneOff.Head.Code, BillAdjustments.Done);
                    break;
            }
        }
    }

    private void Rewind(
        CounterList counters, (string Code, ChargeSelection Base, bool IsQuantity) charge, HashSet<string> before)
    {
        foreach (var counter in counters.ToImmutable().Where(counter => counter.Charge == charge.Code))
        {
            if (counter.Key.StartsWith(WindowAdjustment.Spent, StringComparison.Ordinal))
            {
                var spent = billed.Where(entry => before.Contains(entry.Charge) && charge.Base.Includes(entry.Charge)
                    && !entry.Key.StartsWith(WindowAdjustment.Unit + "|", StringComparison.Ordinal)
                    && !entry.Key.StartsWith(GrossWindowAdjustment.Unit + "|", StringComparison.Ordinal)
                    && counter.Window.Contains(entry.Period.From));
                var counted = spent.Sum(entry => charge.IsQuantity ? entry.Quantity : AmountOf(entry));
                counters.Set(counter with { Quantity = counter.Quantity - counted });
            }
            else if (counter.Key.StartsWith(WindowAdjustment.Paid, StringComparison.Ordinal))
            {
                var paid = billed.Where(entry => entry.Charge == charge.Code && entry.Period == counter.Window);
                counters.Set(counter with { Quantity = counter.Quantity - paid.Sum(AmountOf) });
            }
        }
    }

    // The bill is granted its discount again, and has again what was carried to it.
    private void Rewind(CounterList counters, DiscountCharge charge)
    {
        var code = charge.Head.Code;
        var count = counters.Find(code, BillAdjustments.Bills);
        var wasGranted = count is not null && count.Window == cycle;
        if (wasGranted)
        {
            counters.Drop(code, BillAdjustments.Bills);
            if (count!.Quantity > 1m)
            {
                var day = new Period(cycle.From.PlusDays(-1), cycle.From);
                counters.Set(count with { Quantity = count.Quantity - 1m, Window = day });
            }
        }
        if (charge.Kind != DiscountKind.Amount || charge.Remainder != DiscountRemainder.Carried)
            return;
        var taken = -billed.Where(entry => entry.Charge == code).Sum(AmountOf);
        var left = counters.Find(code, BillAdjustments.Carried)?.Quantity ?? 0m;
        var carried = left + taken - (wasGranted ? charge.Value : 0m);
        counters.Drop(code, BillAdjustments.Carried);
        if (carried > 0m)
            counters.Set(new WindowCounter(code, BillAdjustments.Carried, cycle, carried));
    }

    private bool WasBilled(string code) => billed.Any(entry => entry.Charge == code);

    // The counters hold what was rated, which need not be the sum of what bills of the period rounded each.
    private decimal AmountOf(BilledAmount entry) =>
        new Money(entry.CountedMinor ?? entry.AmountMinor, currency).ToDecimal();
}
