using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Rating;

namespace BillingActors.Domain.Invoicing;

/// <summary>What a calculation found: nothing due, a plan ready to issue, or reasons to hold.</summary>
/// <param name="Outcome">NothingDue, Calculated or Held.</param>
/// <param name="Holds">Why it is held.</param>
/// <param name="Plan">
/// The invoice to be; also of a held account whose data is sound, so that a person can release it.
/// </param>
public sealed record CalculatedBill(DraftOutcome Outcome, ImmutableArray<HoldReason> Holds, InvoicePlan? Plan)
{
    /// <summary>Nothing to bill.</summary>
    public static CalculatedBill NothingDue { get; } = new(DraftOutcome.NothingDue, [], null);
}
