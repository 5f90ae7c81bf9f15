namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What a received call costs that no rate is for.</summary>
public enum IncomingCalls
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>It is set aside until there is a rate.</summary>
    Rated,
}
