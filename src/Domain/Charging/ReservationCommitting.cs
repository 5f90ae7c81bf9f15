using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Charging;

/// <summary>
/// Takes what was used from a reservation: the records are rated and billed as all others, and what they come to is
/// what is taken.
/// </summary>
public static class ReservationCommitting
{
    /// <summary>
    /// Refuses more than is left, unless the reservation may extend and the caps allow it; then nothing of the records
    /// is rated. Records that came before come to nothing.
    /// </summary>
    public static UsageOutcome Decide(
        Account account, CommitReservation command, UsageContext given, CommandContext context)
    {
        if (account.Online.Reservations.FirstOrDefault(one => one.Id == command.ReservationId) is not { } known)
            return UsageOutcome.No(Refusals.UnlessOpen(account) ?? UsageRefusals.ReservationUnknown);
        if (known.IsExpired(context.At))
            return UsageOutcome.No(UsageRefusals.ReservationExpired);
        var records = command.Records.Select(record => record with
        {
            ContractId = record.ContractId ?? known.ContractId,
        });
        var rated = UsageRating.Decide(account, new UsageBatch([.. records]), given);
        if (rated.Decision.IsRefused)
            return rated;
        if (!rated.Troubles.IsEmpty)
            return UsageOutcome.No(UsageRefusals.RecordRefused(rated.Troubles[0].Trouble));
        var amount = rated.Decision.Events.OfType<AccountEvent.UsageRated>()
            .SelectMany(static happened => happened.Parts)
            .SelectMany(static part => part.Records)
            .Sum(static record => record.Amount);
        var left = known.LeftMinor - SpendingRoom.MinorOf(amount, account.Currency);
        if (left < 0 && !MayExtend(account, known, -left, context))
            return UsageOutcome.No(UsageRefusals.ReservationExceeded(amount, known.LeftMinor));
        ImmutableArray<AccountEvent> events =
        [
            .. rated.Decision.Events,
            new AccountEvent.ReservationCommitted(known.Id, amount, Math.Max(0, left), command.IsFinal || left <= 0),
        ];
        return rated with { Decision = events };
    }

    private static bool MayExtend(Account account, Reservation known, long byMinor, CommandContext context) =>
        known.MayExtend
        && (SpendingRoom.Of(account, known.ContractId, context.At) is not { } room || byMinor <= room);
}
