namespace BillingActors.Domain.Disputes;

/// <summary>A line of an invoice and the most that can be disputed of it; its number counts from 1.</summary>
public sealed record DisputedLine(int Number, long AmountMinorMax);
