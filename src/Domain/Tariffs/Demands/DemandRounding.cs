namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>How a billed demand is brought to a multiple of its step.</summary>
public enum DemandRounding
{
    /// <summary>To the nearest; half away from zero.</summary>
    Nearest,

    /// <summary>To the next above.</summary>
    Up,

    /// <summary>To the next below.</summary>
    Down,
}
