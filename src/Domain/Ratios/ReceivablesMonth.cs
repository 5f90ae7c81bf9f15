using NodaTime;

namespace BillingActors.Domain.Ratios;

/// <summary>A month of receivables, in minor units of one currency.</summary>
/// <param name="Month">Month; the last of a series may not be over yet.</param>
/// <param name="SalesMinor">Billed in it with tax, less what was credited.</param>
/// <param name="ClosingMinor">Receivables at its end.</param>
/// <param name="OutstandingDays">Days sales outstanding, over this month and the two before.</param>
public sealed record ReceivablesMonth(YearMonth Month, long SalesMinor, long ClosingMinor, decimal? OutstandingDays);
