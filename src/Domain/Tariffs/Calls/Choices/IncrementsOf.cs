namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What is brought to whole increments where a call has several prices.</summary>
public enum IncrementsOf
{
    /// <summary>What is used at each price, before the next begins.</summary>
    EachPrice,

    /// <summary>The whole call, by the increment of the price in which it ends.</summary>
    WholeCall,

    /// <summary>What is used in each period and step by itself; the next begins at its own time.</summary>
    EachPart,
}
