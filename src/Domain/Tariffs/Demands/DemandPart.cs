namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What a part of a bill period, or a rate change in it, does to a demand charge.</summary>
public enum DemandPart
{
    /// <summary>The price counts by days.</summary>
    Prorate,

    /// <summary>The last days' price counts for the whole.</summary>
    Whole,
}
