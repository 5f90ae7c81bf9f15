namespace BillingActors.Comparison.Service;

/// <summary>A payment as the service takes it.</summary>
public sealed record PlainPayment(string PaymentId, long AmountMinor);
