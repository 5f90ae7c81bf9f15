namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>What the limits of a total are in a bill of a part of its period.</summary>
public enum LimitPart
{
    /// <summary>What they are in a whole one.</summary>
    Whole,

    /// <summary>Their part, as that of a fixed charge per month.</summary>
    Prorated,
}
