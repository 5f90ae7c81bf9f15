namespace BillingActors.Gateway.Persons;

/// <summary>A document in the file of a person.</summary>
/// <param name="EntityId">Legal entity of the account.</param>
/// <param name="AccountId">Account.</param>
/// <param name="DisputeId">Dispute that it was brought for; empty where it was for a request.</param>
/// <param name="DocumentId">Its id.</param>
/// <param name="Name">What the file was called.</param>
/// <param name="ContentType">What it is, such as "application/pdf".</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal digits.</param>
/// <param name="StoredAt">When it came.</param>
/// <param name="StoredBy">Who brought it.</param>
/// <param name="Path">Where it lies in the archive.</param>
/// <param name="RequestId">Request for approval that it was brought for; null where it was for a dispute.</param>
public sealed record PersonDocument(
    string EntityId,
    string AccountId,
    string DisputeId,
    string DocumentId,
    string Name,
    string ContentType,
    int Length,
    string Hash,
    DateTimeOffset StoredAt,
    string StoredBy,
    string Path,
    string? RequestId = null);
