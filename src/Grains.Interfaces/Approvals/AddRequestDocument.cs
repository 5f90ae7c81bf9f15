namespace BillingActors.Grains.Interfaces.Approvals;

/// <summary>Puts a document to a request that waits, by its id in the archive.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="DocumentId">Id in the archive.</param>
[GenerateSerializer, Immutable, Alias("add-request-document")]
public sealed record AddRequestDocument(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string DocumentId);
