namespace BillingActors.Gateway.Api;

/// <summary>What is known about a refund that was paid, or came back.</summary>
/// <param name="Note">Reference of the payment, or the code it came back with.</param>
public sealed record RefundNote(string? Note = null);
