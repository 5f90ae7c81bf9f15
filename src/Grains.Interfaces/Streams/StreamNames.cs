namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>Names of the durable streams, and of the provider that delivers them.</summary>
public static class StreamNames
{
    /// <summary>The provider over the inbox.</summary>
    public const string Provider = "inbox";

    /// <summary>Usage that is rated on arrival.</summary>
    public const string Usage = "usage";

    /// <summary>Payments that arrive one by one or in small batches.</summary>
    public const string Payments = "payments";
}
