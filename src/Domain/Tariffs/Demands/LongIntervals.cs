namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What is done where intervals are longer than the window of a demand.</summary>
public enum LongIntervals
{
    /// <summary>The bill is held.</summary>
    Hold,

    /// <summary>Each interval is a window.</summary>
    AsWindows,
}
