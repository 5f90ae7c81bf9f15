using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>Hands disputes that were not decided in time to somebody above.</summary>
public static class DisputeEscalation
{
    /// <summary>One event for each running dispute whose due day is over; each escalates once.</summary>
    public static Decision<AccountEvent> Decide(Account account, DisputePolicy policy, LocalDate on)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        ImmutableArray<AccountEvent> late =
        [
            .. account.Disputes
                .Where(dispute => dispute is { IsRunning: true, EscalatedOn: null } && dispute.DueOn < on)
                .Select(dispute =>
                    new AccountEvent.DisputeEscalated(dispute.Id, dispute.Owner, policy.EscalateTo, on)),
        ];
        return late;
    }
}
