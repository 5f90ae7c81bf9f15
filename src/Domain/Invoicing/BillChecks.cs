using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// Looks at a finished plan with a clerk's eye: zero, high or low use against history, negative bills.
/// </summary>
public static class BillChecks
{
    // Periods that begin within half a month of the same day last year are the same season.
    private const int SeasonDaysMax = 15;

    // Fewer periods than these say nothing about what is usual.
    private const int MeanCountMin = 3;

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
            {
                if (Doubt(billed.Period, use, history, cycle) is var (code, expected))
                    doubts.Add(new HoldReason(code, Describe(billed, use, expected)));
            }
        }
        return doubts.ToImmutable();
    }

    private static (string Code, decimal? Expected)? Doubt(
        Period period, MeasuredUse use, ImmutableArray<BilledUse> history, BillCycle cycle)
    {
        if (use.Quantity == 0 && cycle.HoldZeroUse)
            return ("zero-use", null);
        if (ExpectedPerDay(period, use, history) is not { } perDay || perDay <= 0)
            return null;
        var expected = perDay * period.Days;
        if (cycle.HighUseFactor > 0 && use.Quantity > expected * cycle.HighUseFactor)
            return ("high-use", expected);
        return cycle.LowUseFactor > 0 && use.Quantity < expected * cycle.LowUseFactor ? ("low-use", expected) : null;
    }

    // The same season last year says most; without it, the mean of what there is, if that is enough.
    private static decimal? ExpectedPerDay(Period period, MeasuredUse use, ImmutableArray<BilledUse> history)
    {
        var yearAgo = period.From.PlusYears(-1);
        var known = history
            .Select(past => (past.Period, Use: past.Uses.FirstOrDefault(other => IsSameKind(other, use))))
            .Where(past => past.Use is not null)
            .Select(past => (
                Distance: Math.Abs(NodaTime.Period.DaysBetween(past.Period.From, yearAgo)),
                past.Period.Days,
                past.Use!.Quantity))
            .ToList();
        if (known.Count > 0 && known.MinBy(past => past.Distance) is var season && season.Distance <= SeasonDaysMax)
            return season.Quantity / season.Days;
        return known.Count < MeanCountMin ? null : known.Sum(past => past.Quantity) / known.Sum(past => past.Days);
    }

    private static bool IsSameKind(MeasuredUse left, MeasuredUse right) =>
        left.Unit == right.Unit && left.Direction == right.Direction;

    // The same sentence on every machine, whatever its culture.
    private static string Describe(ContractBilled billed, MeasuredUse use, decimal? expected)
    {
        var used = string.Create(
            CultureInfo.InvariantCulture,
            $"{billed.ContractId} used {use.Quantity} {use.Unit} in {billed.Period.Days} days");
        return expected is { } usual
            ? string.Create(CultureInfo.InvariantCulture, $"{used}, expected about {usual:F0}.")
            : used + ".";
    }
}
