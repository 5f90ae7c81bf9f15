namespace BillingActors.Storage.Evidence;

/// <summary>A document that somebody brings.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="PersonId">Who brings it.</param>
public sealed record EvidenceFile(string Name, ReadOnlyMemory<byte> Content, string PersonId);
