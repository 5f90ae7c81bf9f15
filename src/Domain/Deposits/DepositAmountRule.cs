namespace BillingActors.Domain.Deposits;

/// <summary>How much a customer deposits: a fixed amount, or so many months of the average bill.</summary>
/// <param name="FixedMinor">A fixed amount; null: by bills.</param>
/// <param name="BillMonths">Months of the average bill; not used beside a fixed amount.</param>
/// <param name="MinorMin">Never less than this.</param>
/// <param name="MinorMax">Never more than this; 0: no limit.</param>
public sealed record DepositAmountRule(long? FixedMinor, decimal BillMonths, long MinorMin = 0, long MinorMax = 0)
{
    /// <summary>The amount within its bounds.</summary>
    public long Bounded(long minor) => MinorMax > 0
        ? Math.Min(Math.Max(minor, MinorMin), MinorMax)
        : Math.Max(minor, MinorMin);
}
