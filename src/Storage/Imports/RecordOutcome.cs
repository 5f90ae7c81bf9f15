namespace BillingActors.Storage.Imports;

/// <summary>What became of one record of an import.</summary>
public enum RecordOutcome
{
    /// <summary>Stored as new.</summary>
    Stored,

    /// <summary>Stored as a new version of what was there.</summary>
    Corrected,

    /// <summary>Known already, word for word.</summary>
    Duplicate,

    /// <summary>A row of the worklist.</summary>
    Rejected,
}
