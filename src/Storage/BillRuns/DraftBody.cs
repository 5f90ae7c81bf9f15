using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Rating;

namespace BillingActors.Storage.BillRuns;

/// <summary>What of a draft is only ever read whole.</summary>
internal sealed record DraftBody(ImmutableArray<HoldReason> Holds, InvoicePlan? Plan);
