namespace BillingActors.Domain.Collections;

/// <summary>What is to be done to a supply.</summary>
public enum ServiceOrderKind
{
    /// <summary>Switch it off.</summary>
    Disconnect,

    /// <summary>Switch it on again.</summary>
    Reconnect,
}
