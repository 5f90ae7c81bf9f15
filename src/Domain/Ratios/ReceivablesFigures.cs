namespace BillingActors.Domain.Ratios;

/// <summary>What ratios of receivables are computed from, in minor units of one currency.</summary>
/// <param name="Days">Length of the period in days, at least 1.</param>
/// <param name="OpeningMinor">Receivables before its first day.</param>
/// <param name="SalesMinor">Billed in it with tax, less what was credited.</param>
/// <param name="ClosingMinor">Receivables at its end: with tax, with disputes, less credits.</param>
/// <param name="NotDueMinor">Open items that are not due at its end, before credits.</param>
/// <param name="PastDueMinor">Open items that are past due at its end, before credits.</param>
public sealed record ReceivablesFigures(
    int Days, long OpeningMinor, long SalesMinor, long ClosingMinor, long NotDueMinor, long PastDueMinor);
