namespace BillingActors.Storage.Evidence;

/// <summary>A document of a dispute, or of a request that waits for a second person.</summary>
/// <param name="AccountKey">"entity/account".</param>
/// <param name="SubjectId">Dispute; or the request behind a mark that no id has.</param>
/// <param name="DocumentId">Document; empty for all of the dispute or request.</param>
public sealed record EvidenceKey(string AccountKey, string SubjectId, string DocumentId = "")
{
    // Letters, digits, hyphens, dots and underscores make an id: no dispute is called so.
    private const string RequestMark = "request:";

    /// <summary>The request it belongs to; null for a document of a dispute.</summary>
    public string? RequestId => SubjectId.StartsWith(RequestMark, StringComparison.Ordinal)
        ? SubjectId[RequestMark.Length..]
        : null;

    /// <summary>The dispute it belongs to; null for a document of a request.</summary>
    public string? DisputeId => RequestId is null ? SubjectId : null;

    /// <summary>A document of a request; without one all of them.</summary>
    public static EvidenceKey OfRequest(string accountKey, string requestId, string documentId = "") =>
        new(accountKey, RequestMark + requestId, documentId);

    /// <summary>What an envelope belongs to.</summary>
    internal string Place(string part) => $"evidence/{AccountKey}/{SubjectId}/{DocumentId}/{part}";
}
