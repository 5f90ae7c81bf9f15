namespace BillingActors.Domain.Invoicing;

/// <summary>The part of an invoice's net amount that one tariff earned; "charges" for one-off charges.</summary>
/// <param name="TariffId">The tariff, or "charges".</param>
/// <param name="NetMinor">Net amount in minor units.</param>
public sealed record RevenueShare(string TariffId, long NetMinor);
