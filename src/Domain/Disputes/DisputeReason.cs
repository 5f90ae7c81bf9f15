namespace BillingActors.Domain.Disputes;

/// <summary>Why a customer may dispute, and how many days its review may take.</summary>
public sealed record DisputeReason(string Code, string Name, int ReviewDays);
