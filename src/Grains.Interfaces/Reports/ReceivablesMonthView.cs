namespace BillingActors.Grains.Interfaces.Reports;

/// <summary>A month of receivables, in minor units.</summary>
/// <param name="From">Its first day.</param>
/// <param name="SalesMinor">Billed in it with tax, less what was credited.</param>
/// <param name="ClosingMinor">Receivables at its end.</param>
/// <param name="OutstandingDays">Days sales outstanding over it and the two months before.</param>
public sealed record ReceivablesMonthView(
    DateOnly From, long SalesMinor, long ClosingMinor, decimal? OutstandingDays);
