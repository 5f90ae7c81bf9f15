namespace BillingActors.Storage.Mediation;

/// <summary>What became of a file of call records that was read to its end.</summary>
public enum CallFileFate
{
    /// <summary>It is the first with its number and is worked off.</summary>
    Taken,

    /// <summary>The same file came before; all its records are duplicates.</summary>
    Known,

    /// <summary>Another file of the source has its number; nothing of it is kept.</summary>
    Contradicting,
}
