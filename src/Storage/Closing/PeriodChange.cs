using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Closing;

/// <summary>A command on the periods of an entity; its decision is made while the row of the entity is held.</summary>
/// <param name="Context">The command's envelope.</param>
/// <param name="RequestHash">Hash of the command's content.</param>
/// <param name="Decide">A pure decider: it may be asked more than once.</param>
public sealed record PeriodChange(
    CommandContext Context, string RequestHash, Func<AccountingPeriods, Decision<PeriodEvent>> Decide);
