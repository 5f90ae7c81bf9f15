namespace BillingActors.Storage.Deliveries;

/// <summary>What became of the wish to add a delivery.</summary>
public enum DeliveryAdding
{
    /// <summary>It is stored and waits.</summary>
    Added,

    /// <summary>There was one with its id: the request came before.</summary>
    Known,

    /// <summary>The customer was erased, and no address of it can be kept.</summary>
    Erased,
}
