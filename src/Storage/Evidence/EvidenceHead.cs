namespace BillingActors.Storage.Evidence;

/// <summary>What is known of a document without opening it.</summary>
/// <param name="DocumentId">Its id: "ev-" and the beginning of its hash.</param>
/// <param name="Name">Name of the file, as it was called.</param>
/// <param name="ContentType">What it is, such as "application/pdf"; told by its first bytes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal digits.</param>
/// <param name="StoredAt">When it came.</param>
/// <param name="StoredBy">Who brought it.</param>
public sealed record EvidenceHead(
    string DocumentId, string Name, string ContentType, int Length, string Hash, DateTimeOffset StoredAt,
    string StoredBy);
