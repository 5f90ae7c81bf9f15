namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What the last increment of a call counts, which the call fills in part.</summary>
public enum DurationRounding
{
    /// <summary>A begun one is a whole one. The default.</summary>
    Up,

    /// <summary>One that is filled to a half or more is a whole one, any other nothing.</summary>
    Nearest,

    /// <summary>One that is not full is nothing.</summary>
    Down,
}
