using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Rating.Subscriptions.Adjustments;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Events;

/// <summary>
/// Bills what a period comes to, less what was billed for it already, after rounding: late and corrected usage gives
/// lines of the old period, and any number of corrections sums to the last rating.
/// </summary>
internal sealed class BilledDifference(string contractId, Currency currency, Func<string, string> textOf)
{
    private const string Mark = "|in ";

    /// <summary>
    /// The days of the bill; a line of other days, such as those of a year, is billed by this bill and no other. Null:
    /// every line is of the days it names.
    /// </summary>
    public Period? Days { get; init; }

    /// <summary>Whether what each bill adds is rounded by itself, or what the period comes to in all.</summary>
    public DifferenceRounding Rounding { get; init; }

    /// <summary>Whether an entry is of a bill of these days.</summary>
    public static bool IsOf(BilledAmount entry, Period days) => entry.Key.Contains(Mark, StringComparison.Ordinal)
        ? entry.Key.EndsWith(MarkOf(days), StringComparison.Ordinal)
        : IsWithin(entry.Period, days);

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
            var index = left.FindIndex(entry => IsFor(entry, line));
            if (index < 0)
            {
                billed.Add(EntryOf(line, line.Amount.Minor));
                lines.Add(line);
                continue;
            }
            var changed = Changed(line, left[index]);
            billed.Add(EntryOf(line, left[index].AmountMinor + changed.Amount.Minor));
            if (!changed.Amount.IsZero || changed.Quantity != 0m)
                lines.Add(changed);
            left.RemoveAt(index);
        }
        foreach (var gone in left.Where(static entry => entry.AmountMinor != 0))
            lines.Add(Credit(gone));
        return (lines.ToImmutable(), billed.ToImmutable());
    }

    private bool IsFor(BilledAmount entry, RatedLine line) =>
        entry.Charge == line.Code && entry.Key == KeyOf(line) && entry.Period == line.Period
        && entry.TariffVersion == line.TariffVersion;

    private string KeyOf(RatedLine line)
    {
        var key = $"{line.Unit}|{line.Tier}|{line.TimeOfUse}|{line.TaxCategory}";
        return Days is not { } days || IsWithin(line.Period, days) ? key : key + MarkOf(days);
    }

    private static string MarkOf(Period days) => Mark + days;

    private static bool IsWithin(Period part, Period days) => days.From <= part.From && part.Until <= days.Until;

    private BilledAmount EntryOf(RatedLine line, long minor) =>
        new(line.Code, KeyOf(line), line.Period, line.Quantity, minor, line.TariffVersion)
        {
            ExactAmount = Rounding == DifferenceRounding.Each ? line.ExactAmount : null,
            CountedMinor = line.Amount.Minor == minor ? null : line.Amount.Minor,
        };

    private RatedLine Changed(RatedLine line, BilledAmount entry)
    {
        var before = new Money(entry.AmountMinor, currency).ToDecimal();
        if (Rounding == DifferenceRounding.Each)
            before = entry.ExactAmount ?? before;
        var exact = Exact.Normalised(line.ExactAmount - before);
        return line with
        {
            Quantity = Exact.Normalised(line.Quantity - entry.Quantity),
            ExactAmount = exact,
            Amount = Rounding == DifferenceRounding.Each
                ? Primitives.Rounding.ToMoney(exact, currency)
                : new Money(line.Amount.Minor - entry.AmountMinor, currency),
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
            new LineSource("correction", $"{gone.Charge} {gone.Period}", ""))
        {
            IncludesTax = key[0] == GrossWindowAdjustment.Unit,
        };
    }
}
