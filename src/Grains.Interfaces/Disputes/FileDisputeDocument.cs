namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Puts a document to a dispute, by its id in the archive and its kind.</summary>
/// <param name="DisputeId">Dispute.</param>
/// <param name="DocumentId">Id in the archive.</param>
/// <param name="DocumentKind">Such as "photo" or "letter".</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("file-dispute-document")]
public sealed record FileDisputeDocument(
    [property: Id(0)] string DisputeId,
    [property: Id(1)] string DocumentId,
    [property: Id(2)] string DocumentKind,
    [property: Id(3)] DateOnly On);
