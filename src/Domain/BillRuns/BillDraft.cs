using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Rating;

namespace BillingActors.Domain.BillRuns;

/// <summary>One row per run and account: what a calculation found. It has no number, no event and no posting.</summary>
/// <param name="RunId">Bill run.</param>
/// <param name="AccountKey">"entity/account".</param>
/// <param name="AccountVersion">Version of the account it was calculated at.</param>
/// <param name="UsageVersion">
/// Stamp over the data versions of its service points and the versions of its tariffs; unchanged means nothing came.
/// </param>
/// <param name="InputHash">Hash of everything that went in, hexadecimal.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Holds">Why it is held; empty otherwise.</param>
/// <param name="Plan">The invoice to be, where one could be calculated.</param>
public sealed record BillDraft(
    string RunId,
    string AccountKey,
    long AccountVersion,
    long UsageVersion,
    string InputHash,
    DraftOutcome Outcome,
    ImmutableArray<HoldReason> Holds,
    InvoicePlan? Plan);
