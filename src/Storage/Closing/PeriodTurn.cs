using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Closing;

namespace BillingActors.Storage.Closing;

/// <summary>One command on the periods of an entity against what is stored of them.</summary>
internal static class PeriodTurn
{
    /// <summary>The fold of stored events.</summary>
    public static AccountingPeriods Fold(IEnumerable<StoredPeriodEvent> events) => events.Aggregate(
        AccountingPeriods.None, (periods, stored) => periods.Apply(stored.Happened, stored.Context.Actor));

    /// <summary>The event to store, or the answer that needs none.</summary>
    public static (PeriodEvent? Happened, PeriodOutcome Outcome) Decide(
        ImmutableArray<StoredPeriodEvent> stored, PeriodChange change)
    {
        var periods = Fold(stored);
        var before = stored.FirstOrDefault(known => known.Context.CommandId == change.Context.CommandId);
        if (before is not null)
        {
            return (null, before.RequestHash == change.RequestHash
                ? new PeriodOutcome(periods, IsReplay: true)
                : new PeriodOutcome(periods, Refusals.IdReused));
        }
        var decision = change.Decide(periods);
        return decision.Events.IsEmpty
            ? (null, new PeriodOutcome(periods, decision.Refusal))
            : (decision.Events[0], new PeriodOutcome(periods.Apply(decision.Events[0], change.Context.Actor)));
    }

    /// <summary>The event with what the roles came to, where it keeps that.</summary>
    public static PeriodEvent WithTotals(PeriodEvent happened, IEnumerable<LedgerTotal> totals) =>
        happened is PeriodEvent.HardLocked locked
            ? locked with
            {
                Totals =
                [
                    .. totals.OrderBy(total => total.LedgerAccount, StringComparer.Ordinal)
                        .ThenBy(total => total.Currency, StringComparer.Ordinal),
                ],
            }
            : happened;
}
