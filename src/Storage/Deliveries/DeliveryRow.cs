namespace BillingActors.Storage.Deliveries;

/// <summary>A delivery as its row has it, without its address in the clear.</summary>
internal sealed record DeliveryRow(DocumentDelivery Delivery, string CommandId, byte[] Address);
