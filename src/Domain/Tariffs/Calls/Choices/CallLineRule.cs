namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What the lines of calls on a bill add up.</summary>
public enum CallLineRule
{
    /// <summary>Whole calls, by destination, zone, rate and the period in which they begin.</summary>
    ByCall,

    /// <summary>Parts of calls: each price and period of a destination, connections and adjustments apart.</summary>
    ByPart,
}
