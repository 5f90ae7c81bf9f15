namespace BillingActors.Storage.Imports;

/// <summary>A rejected record as the worklist keeps it.</summary>
/// <param name="ImportId">Import.</param>
/// <param name="Line">Line of the file.</param>
/// <param name="Payload">The record, in its envelope.</param>
internal sealed record StoredRecord(string ImportId, int Line, byte[] Payload);
