using BillingActors.Storage.Evidence;

namespace BillingActors.Gateway.Approvals;

/// <summary>A document that its maker put to a request.</summary>
/// <param name="DocumentId">Its id: "ev-" and the beginning of its hash.</param>
/// <param name="Name">What the file was called; null, as all that follows, where it can no longer be read.</param>
/// <param name="ContentType">What it is, such as "application/pdf"; told by its first bytes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal digits.</param>
/// <param name="StoredAt">When it came.</param>
/// <param name="StoredBy">Who brought it.</param>
public sealed record RequestDocumentView(
    string DocumentId,
    string? Name,
    string? ContentType,
    int? Length,
    string? Hash,
    DateTimeOffset? StoredAt,
    string? StoredBy)
{
    /// <summary>The document with what is known of it.</summary>
    internal static RequestDocumentView Of(string documentId, EvidenceHead? head) => new(
        documentId, head?.Name, head?.ContentType, head?.Length, head?.Hash, head?.StoredAt, head?.StoredBy);
}
