namespace BillingActors.Domain.Credits;

/// <summary>A line of an invoice, as far as a credit memo must know it.</summary>
/// <param name="TariffId">The tariff that earned it, or "charges".</param>
/// <param name="NetMinor">Its net amount in minor units; negative for an allowance.</param>
public sealed record CreditableLine(string TariffId, long NetMinor);
