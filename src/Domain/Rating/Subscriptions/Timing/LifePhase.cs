namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>Whether subscription charges run.</summary>
internal enum LifePhase
{
    /// <summary>They run.</summary>
    Active,

    /// <summary>They cost nothing yet.</summary>
    Trial,

    /// <summary>They are paused.</summary>
    Paused,
}
