namespace BillingActors.Grains.Ingestion;

/// <summary>The records of one subject that wait, in order.</summary>
internal sealed record SubjectRecords(string Subject, IReadOnlyList<DeliveredRecord> Records);
