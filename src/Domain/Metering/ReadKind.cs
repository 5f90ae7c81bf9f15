namespace BillingActors.Domain.Metering;

/// <summary>Why a register was read.</summary>
public enum ReadKind
{
    /// <summary>The regular read of the route.</summary>
    Scheduled,

    /// <summary>Out of turn: a check or a customer's request.</summary>
    Special,

    /// <summary>The first read of a newly installed meter.</summary>
    Install,

    /// <summary>The last read of a meter that is removed, or of a customer who moves out.</summary>
    Final,
}
