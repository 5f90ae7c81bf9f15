using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>Sets an amount aside for use that begins, as far as the caps allow it, and frees it again.</summary>
public static class UsageReserving
{
    /// <summary>How many reservations an account has at a time.</summary>
    public const int CountMax = 100;

    /// <summary>How long a reservation lasts at most.</summary>
    public const int HoursMax = 24;

    /// <summary>The same reservation again is nothing new; reservations that had expired are gone with it.</summary>
    public static Decision<AccountEvent> Decide(Account account, ReserveUsage wanted, CommandContext context)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ReservationId))
            return Refusals.IdInvalid;
        if (account.Contract(wanted.ContractId) is null)
            return Refusals.ContractUnknown;
        if (wanted.AmountMinor <= 0)
            return UsageRefusals.AmountNotPositive;
        if (wanted.For < Duration.FromSeconds(1) || wanted.For > Duration.FromHours(HoursMax))
            return UsageRefusals.ReservationTime;
        var running = account.Online.Reservations.RemoveAll(one => one.IsExpired(context.At));
        if (running.FirstOrDefault(one => one.Id == wanted.ReservationId) is { } known)
        {
            return known.ContractId == wanted.ContractId && known.AmountMinor == wanted.AmountMinor
                ? Decision<AccountEvent>.Nothing
                : UsageRefusals.ReservationExists;
        }
        if (running.Length >= CountMax)
            return UsageRefusals.ReservationCount;
        if (SpendingRoom.Of(account, wanted.ContractId, context.At) is { } room && wanted.AmountMinor > room)
            return UsageRefusals.CapReached(Math.Max(0, room));
        ImmutableArray<string> expired =
            [.. account.Online.Reservations.Where(one => one.IsExpired(context.At)).Select(static one => one.Id)];
        return new AccountEvent.UsageReserved(
            wanted.ReservationId,
            wanted.ContractId,
            wanted.AmountMinor,
            context.At + wanted.For,
            wanted.MayExtend,
            expired);
    }

    /// <summary>Frees what is left of a reservation; one that expired is freed all the same.</summary>
    public static Decision<AccountEvent> Release(Account account, string reservationId)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        return account.Online.Reservations.FirstOrDefault(one => one.Id == reservationId) is { } known
            ? new AccountEvent.ReservationReleased(known.Id, known.LeftMinor)
            : UsageRefusals.ReservationUnknown;
    }
}
