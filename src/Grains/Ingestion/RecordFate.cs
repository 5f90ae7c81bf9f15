namespace BillingActors.Grains.Ingestion;

/// <summary>What can become of a delivered record.</summary>
internal enum RecordFate
{
    /// <summary>It had its effect.</summary>
    Applied,

    /// <summary>It had its effect before.</summary>
    Duplicate,

    /// <summary>It goes to quarantine.</summary>
    Refused,
}
