using System.Text.Json.Serialization;
using BillingActors.Domain.Approvals;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>What waits for a second person, and what became of it.</summary>
[JsonDerivedType(typeof(ActionRequested), "action-requested")]
[JsonDerivedType(typeof(ActionApproved), "action-approved")]
[JsonDerivedType(typeof(ActionRejected), "action-rejected")]
[JsonDerivedType(typeof(ActionWithdrawn), "action-withdrawn")]
[JsonDerivedType(typeof(ActionVoided), "action-voided")]
[JsonDerivedType(typeof(ActionDocumentAdded), "action-document-added")]
public abstract partial record AccountEvent
{
    /// <summary>An event of the approvals.</summary>
    public abstract record ApprovalEvent : AccountEvent
    {
        private protected ApprovalEvent()
        {
        }
    }

    /// <summary>An action above its maker's limit waits for a second person.</summary>
    public sealed record ActionRequested(MoneyAction Action, long EffectMinor, LocalDate On, LocalDate ExpiresOn)
        : ApprovalEvent;

    /// <summary>A second person agreed; what the action does follows in the same commit.</summary>
    public sealed record ActionApproved(string RequestId, string MakerId, LocalDate On, string? OnBehalfOf = null)
        : ApprovalEvent;

    /// <summary>A second person said no.</summary>
    public sealed record ActionRejected(string RequestId, string MakerId, LocalDate On) : ApprovalEvent;

    /// <summary>The person who asked took it back.</summary>
    public sealed record ActionWithdrawn(string RequestId, LocalDate On) : ApprovalEvent;

    /// <summary>
    /// The account changed since it was asked for, so that the action is not what was to be approved.
    /// </summary>
    public sealed record ActionVoided(string RequestId, string Code, LocalDate On) : ApprovalEvent;

    /// <summary>The maker of a request that waits put a document to it.</summary>
    public sealed record ActionDocumentAdded(string RequestId, string FileId, LocalDate On) : ApprovalEvent;
}
