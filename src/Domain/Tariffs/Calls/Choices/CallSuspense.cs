namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What becomes of a bill with records that cannot be rated.</summary>
public enum CallSuspense
{
    /// <summary>The whole bill is kept back.</summary>
    Hold,

    /// <summary>The others are billed; these are handed back.</summary>
    SetAside,
}
