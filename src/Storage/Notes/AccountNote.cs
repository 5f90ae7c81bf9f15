namespace BillingActors.Storage.Notes;

/// <summary>What somebody wrote down about an account; never changed, only pinned and withdrawn.</summary>
/// <param name="NoteId">Its id; it belongs to the request.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Kind">How people were in contact: one of <see cref="NoteKind"/>.</param>
/// <param name="Text">What was written; null where the customer was erased.</param>
/// <param name="WrittenAt">When, by the clock of the business.</param>
/// <param name="WrittenBy">By whom.</param>
/// <param name="IsPinned">Whether it stands at the head of the account.</param>
/// <param name="About">What it is about: "invoice" or "dispute"; null for the account as such.</param>
/// <param name="AboutId">Id of that document.</param>
/// <param name="AboutNumber">What people call it: the number of an invoice, the id of a dispute.</param>
/// <param name="WithdrawnAt">When it was withdrawn; null while it holds.</param>
/// <param name="WithdrawnBy">By whom.</param>
/// <param name="WithdrawnReason">Why.</param>
/// <param name="Number">Its place among all notes: what was written later has a greater one; 0 before that.</param>
public sealed record AccountNote(
    string NoteId,
    string EntityId,
    string AccountId,
    string CustomerId,
    string Kind,
    string? Text,
    DateTimeOffset WrittenAt,
    string WrittenBy,
    bool IsPinned = false,
    string? About = null,
    string? AboutId = null,
    string? AboutNumber = null,
    DateTimeOffset? WithdrawnAt = null,
    string? WithdrawnBy = null,
    string? WithdrawnReason = null,
    long Number = 0)
{
    /// <summary>It is about an invoice or a credit memo.</summary>
    public const string AboutInvoice = "invoice";

    /// <summary>It is about a dispute.</summary>
    public const string AboutDispute = "dispute";
}
