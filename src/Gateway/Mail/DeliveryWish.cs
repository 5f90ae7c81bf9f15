namespace BillingActors.Gateway.Mail;

/// <summary>A document to be sent.</summary>
/// <param name="Address">
/// Where to; null for the customer's own address. Another one than the customer's needs a reason.
/// </param>
public sealed record DeliveryWish(string? Address = null);
