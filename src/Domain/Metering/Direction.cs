namespace BillingActors.Domain.Metering;

/// <summary>Which way the commodity flows at a service point.</summary>
public enum Direction
{
    /// <summary>Delivered to the customer.</summary>
    Import,

    /// <summary>Received from the customer.</summary>
    Export,
}
