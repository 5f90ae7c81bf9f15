using NodaTime;

namespace BillingActors.Domain.Invoicing;

/// <summary>Issues a planned invoice.</summary>
/// <param name="InvoiceId">"entity.account.version" of the event to be.</param>
/// <param name="RunId">Bill run, or null.</param>
/// <param name="IssuedOn">Document date, in the entity's zone.</param>
/// <param name="Plan">What to issue.</param>
public sealed record IssueInvoice(string InvoiceId, string? RunId, LocalDate IssuedOn, InvoicePlan Plan)
{
    /// <summary>Whether it is the last invoice of what it bills.</summary>
    public bool IsFinal { get; init; }
}
