using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>Looks at a finished plan with a clerk's eye: zero, high or low use against history, and negative bills.</summary>
public static class BillChecks
{
    /// <summary>Doubts about a plan whose data is sound; a person may release it all the same.</summary>
    public static ImmutableArray<HoldReason> Find(Account account, InvoicePlan plan, BillCycle cycle)
    {
        var doubts = ImmutableArray.CreateBuilder<HoldReason>();
        if (plan.Total.Minor < 0)
            doubts.Add(new HoldReason("negative-bill", $"The bill comes to {plan.Total}."));
        foreach (var billed in plan.Contracts)
        {
            var history = account.Contract(billed.ContractId)?.History ?? [];
            foreach (var use in billed.Uses.Where(use => use.Direction == Direction.Import))
                CheckUse(billed, use, history, cycle, doubts);
        }
        return doubts.ToImmutable();
    }

    private static void CheckUse(
        ContractBilled billed,
        MeasuredUse use,
        ImmutableArray<BilledUse> history,
        BillCycle cycle,
        ImmutableArray<HoldReason>.Builder doubts)
    {
        var perDay = use.Quantity / billed.Period.Days;
        var what = $"{billed.ContractId} used {use.Quantity} {use.Unit} in {billed.Period.Days} days";
        if (use.Quantity == 0)
        {
            if (cycle.HoldZeroUse)
                doubts.Add(new HoldReason("zero-use", $"{what}."));
            return;
        }
        if (Expected(billed.Period, use, history) is not { } expected || expected <= 0)
            return;
        if (cycle.HighUseFactor > 0 && perDay > expected * cycle.HighUseFactor)
            doubts.Add(new HoldReason("high-use", $"{what}, expected about {expected * billed.Period.Days:F0}."));
        if (cycle.LowUseFactor > 0 && perDay < expected * cycle.LowUseFactor)
            doubts.Add(new HoldReason("low-use", $"{what}, expected about {expected * billed.Period.Days:F0}."));
    }

    // The same season last year says most; without it, the mean of what there is, if that is at least three periods.
    private static decimal? Expected(Period period, MeasuredUse use, ImmutableArray<BilledUse> history)
    {
        var known = history
            .Select(past => (past.Period, Use: past.Uses.FirstOrDefault(u => u.Unit == use.Unit && u.Direction == use.Direction)))
            .Where(past => past.Use is not null)
            .ToList();
        var yearAgo = period.From.PlusYears(-1);
        foreach (var past in known)
        {
            if (Math.Abs(NodaTime.Period.DaysBetween(past.Period.From, yearAgo)) <= 15)
                return past.Use!.Quantity / past.Period.Days;
        }
        return known.Count < 3 ? null : known.Sum(past => past.Use!.Quantity) / known.Sum(past => past.Period.Days);
    }
}
