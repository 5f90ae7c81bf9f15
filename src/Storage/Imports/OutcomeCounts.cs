namespace BillingActors.Storage.Imports;

/// <summary>What became of records, counted.</summary>
internal sealed record OutcomeCounts(long Stored, long Corrected, long Duplicate, long Rejected)
{
    /// <summary>All records.</summary>
    public long Total => Stored + Corrected + Duplicate + Rejected;

    /// <summary>The counts with one more record.</summary>
    public OutcomeCounts With(RecordOutcome outcome) => outcome switch
    {
        RecordOutcome.Stored => this with { Stored = Stored + 1 },
        RecordOutcome.Corrected => this with { Corrected = Corrected + 1 },
        RecordOutcome.Duplicate => this with { Duplicate = Duplicate + 1 },
        _ => this with { Rejected = Rejected + 1 },
    };
}
