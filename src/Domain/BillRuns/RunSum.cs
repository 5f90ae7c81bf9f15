namespace BillingActors.Domain.BillRuns;

/// <summary>A sum by tariff or tax code, in minor units.</summary>
/// <param name="Key">Tariff id or tax code.</param>
/// <param name="AmountMinor">Sum.</param>
public sealed record RunSum(string Key, long AmountMinor);
