using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Closing;

/// <summary>An event of accounting periods as it lies in the store.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="Happened">The event.</param>
/// <param name="Context">Who, when, why.</param>
/// <param name="RequestHash">Hash of the command's content.</param>
public sealed record StoredPeriodEvent(
    long Version, PeriodEvent Happened, CommandContext Context, string RequestHash);
