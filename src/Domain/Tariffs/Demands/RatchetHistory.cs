namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Which demand of earlier months a ratchet looks at.</summary>
public enum RatchetHistory
{
    /// <summary>The measured one, with its power factor.</summary>
    Measured,

    /// <summary>The billed one, with its minimum and ratchet.</summary>
    Billed,
}
