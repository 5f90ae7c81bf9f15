using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.BillRuns;

/// <summary>An event of a bill run as it lies in the store.</summary>
/// <param name="Version">Version of the run after it, from 1.</param>
/// <param name="Happened">The event.</param>
/// <param name="Context">Who, when, why.</param>
public sealed record StoredRunEvent(long Version, RunEvent Happened, CommandContext Context);
