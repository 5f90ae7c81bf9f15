using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.State;

namespace BillingActors.Domain.Rating.Events;

/// <summary>
/// Bills what a period comes to, less what was billed for it already, after rounding: late and corrected usage gives
/// lines of the old period, and any number of corrections sums to the last rating.
/// </summary>
internal sealed class BilledDifference(string contractId, Currency currency, Func<string, string> textOf)
{
    /// <summary>
    /// The lines that are new and what is billed for the period from then on; lines that come to what was billed fall
    /// away, and what is no longer rated is credited.
    /// </summary>
    public (ImmutableArray<RatedLine> Lines, ImmutableArray<BilledAmount> Billed) Of(
        ImmutableArray<RatedLine> rated, ImmutableArray<BilledAmount> before)
    {
        var lines = ImmutableArray.CreateBuilder<RatedLine>();
        var billed = ImmutableArray.CreateBuilder<BilledAmount>();
        var left = before.ToList();
        foreach (var line in rated)
        {
            billed.Add(EntryOf(line, line.Quantity, line.Amount.Minor));
            var index = left.FindIndex(entry => IsFor(entry, line));
            if (index < 0)
            {
                lines.Add(line);
                continue;
            }
            if (left[index].AmountMinor != line.Amount.Minor || left[index].Quantity != line.Quantity)
                lines.Add(Changed(line, left[index]));
            left.RemoveAt(index);
        }
        foreach (var gone in left.Where(static entry => entry.AmountMinor != 0))
            lines.Add(Credit(gone));
        return (lines.ToImmutable(), billed.ToImmutable());
    }

    private static bool IsFor(BilledAmount entry, RatedLine line) =>
        entry.Charge == line.Code && entry.Key == KeyOf(line) && entry.Period == line.Period
        && entry.TariffVersion == line.TariffVersion;

    private static string KeyOf(RatedLine line) => $"{line.Unit}|{line.Tier}|{line.TimeOfUse}|{line.TaxCategory}";

    private static BilledAmount EntryOf(RatedLine line, decimal quantity, long minor) =>
        new(line.Code, KeyOf(line), line.Period, quantity, minor, line.TariffVersion);

    private static RatedLine Changed(RatedLine line, BilledAmount entry)
    {
        var amount = new Money(line.Amount.Minor - entry.AmountMinor, line.Amount.Currency);
        return line with
        {
            Quantity = Exact.Normalised(line.Quantity - entry.Quantity),
            ExactAmount = Exact.Normalised(
                line.ExactAmount - new Money(entry.AmountMinor, line.Amount.Currency).ToDecimal()),
            Amount = amount,
        };
    }

    // The line that was billed is gone; its code and key say what it was.
    private RatedLine Credit(BilledAmount gone)
    {
        var key = gone.Key.Split('|');
        var amount = new Money(-gone.AmountMinor, currency);
        var price = gone.Quantity == 0m ? 0m : -amount.ToDecimal() / gone.Quantity;
        return new RatedLine(
            contractId,
            gone.Charge,
            textOf(gone.Charge),
            gone.Period,
            -gone.Quantity,
            key[0],
            Exact.Normalised(price),
            amount.ToDecimal(),
            amount,
            key[1].Length > 0 ? key[1] : null,
            key[2].Length > 0 ? key[2] : null,
            gone.TariffVersion,
            key[3],
            new LineSource("correction", $"{gone.Charge} {gone.Period}", ""));
    }
}
