using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Api;

/// <summary>An entry of the audit trail.</summary>
/// <param name="Position">Its place in the chain, from 1.</param>
/// <param name="At">When, on the real clock.</param>
/// <param name="ActorId">The person or program.</param>
/// <param name="Source">The door: console, api, cli or job.</param>
/// <param name="KeyId">The API key that was used; null where none was.</param>
/// <param name="Action">What was done.</param>
/// <param name="SubjectKind">To what kind of thing.</param>
/// <param name="SubjectId">To which.</param>
/// <param name="EntityId">The legal entity it belongs to, or null.</param>
/// <param name="AccountId">The account it belongs to, or null.</param>
/// <param name="RequestId">The request that did it.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="Before">How it was before, where that is held.</param>
/// <param name="After">How it is after, or with which filter.</param>
/// <param name="Link">The link of the chain after the entry, in hexadecimal digits.</param>
public sealed record AuditEntryView(
    long Position,
    DateTimeOffset At,
    string ActorId,
    string Source,
    string? KeyId,
    string Action,
    string SubjectKind,
    string SubjectId,
    string? EntityId,
    string? AccountId,
    string RequestId,
    string? Reason,
    string? Before,
    string? After,
    string Link)
{
    /// <summary>An entry in its place as it is shown.</summary>
    public static AuditEntryView Of(AuditRow row)
    {
        var (entry, subject) = (row.Entry, row.Entry.Subject);
        return new AuditEntryView(
            row.Position, entry.At, entry.ActorId, entry.Source, entry.KeyId, entry.Action, subject.Kind, subject.Id,
            subject.EntityId, subject.AccountId, entry.RequestId, entry.Reason, entry.Before, entry.After,
            Convert.ToHexStringLower(row.Link()));
    }
}
