namespace BillingActors.Domain.Collections;

/// <summary>The weather that is expected at a place over the next day.</summary>
public sealed record Forecast(decimal LowCelsius, decimal HighCelsius);
