using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Closing;

/// <summary>What became of a command on periods.</summary>
/// <param name="Periods">The periods as they now stand.</param>
/// <param name="Refusal">Why nothing was done, or null.</param>
/// <param name="IsReplay">Whether the command had its effect before.</param>
public sealed record PeriodOutcome(AccountingPeriods Periods, Refusal? Refusal = null, bool IsReplay = false);
