namespace BillingActors.Domain.Metering;

/// <summary>Where a read came from: the import and the line of its file.</summary>
/// <param name="ImportId">The import that brought it.</param>
/// <param name="Line">Line of the file, from 1; 0 where the source has no lines.</param>
public sealed record SourceReference(string ImportId, int Line);
