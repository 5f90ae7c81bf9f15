namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>A document of a dispute.</summary>
/// <param name="DocumentId">Id in the archive.</param>
/// <param name="DocumentKind">Kind.</param>
[GenerateSerializer, Immutable, Alias("dispute-document-view")]
public sealed record DisputeDocumentView(
    [property: Id(0)] string DocumentId,
    [property: Id(1)] string DocumentKind);
