namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What becomes of a call that reaches the most it may cost.</summary>
public enum BeyondMost
{
    /// <summary>The rest of the call is free.</summary>
    Free,

    /// <summary>The call ends before the increment that would cost more; what lies beyond is not billed.</summary>
    Disconnect,

    /// <summary>The limit is for live calls only: a call that went on all the same is billed in full.</summary>
    Bill,
}
