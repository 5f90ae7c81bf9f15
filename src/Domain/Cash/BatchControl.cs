using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>Says whether a batch of payments may be posted: nothing of it is, until its totals tie.</summary>
public static class BatchControl
{
    /// <summary>Most lines of a batch.</summary>
    public const int LineCountMax = 5000;

    /// <summary>Why not, or null.</summary>
    public static Refusal? Check(string batchId, ControlTotals control, ImmutableArray<BatchLine> lines)
    {
        if (!Refusals.IsId(batchId))
            return Refusals.IdInvalid;
        if (lines.IsDefaultOrEmpty || lines.Length > LineCountMax)
            return CashRefusals.BatchSizeWrong;
        if (lines.Any(line => line.Line < 1) || lines.DistinctBy(line => line.Line).Count() < lines.Length)
            return CashRefusals.BatchLineRepeated;
        if (lines.Any(line => line.AmountMinor <= 0))
            return CashRefusals.AmountNotPositive;
        if (lines.Any(line => line.AmountMinor > ChargeEntry.AmountMinorMax))
            return Refusals.AmountTooLarge;
        if (lines.Any(line => line.Currency != control.Currency))
            return Refusals.CurrencyMismatch;
        var sum = lines.Sum(line => line.AmountMinor);
        return lines.Length == control.Count && sum == control.SumMinor
            ? null
            : CashRefusals.BatchNotTied(lines.Length - control.Count, sum - control.SumMinor);
    }
}
