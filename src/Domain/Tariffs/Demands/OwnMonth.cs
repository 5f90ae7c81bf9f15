namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Whether the month that is billed counts among the months of its ratchet.</summary>
public enum OwnMonth
{
    /// <summary>It does not.</summary>
    Out,

    /// <summary>It does.</summary>
    In,
}
