using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>What the blocking caps of an account still leave.</summary>
public static class SpendingRoom
{
    /// <summary>
    /// Minor units a contract may still reserve; null: nothing limits it. What is used and not billed counts, rounded
    /// up, and so does what is reserved.
    /// </summary>
    public static long? Of(Account account, string contractId, Instant at)
    {
        long? room = null;
        foreach (var cap in account.Online.Caps)
        {
            if (cap.Policy != SpendingCapPolicy.Block || (cap.ContractId.Length > 0 && cap.ContractId != contractId))
                continue;
            var scope = cap.ContractId.Length == 0 ? null : cap.ContractId;
            var left = cap.AmountMinor - UsedMinor(account, scope) - account.Online.ReservedMinor(scope, at);
            room = room is { } other ? Math.Min(other, left) : left;
        }
        return room;
    }

    /// <summary>What is used and on no bill yet, in whole minor units, rounded up.</summary>
    public static long UsedMinor(Account account, string? contractId = null) => MinorOf(
        account.UnbilledUsage(contractId), account.Currency);

    /// <summary>An exact amount in whole minor units, rounded up: nothing is given away by rounding.</summary>
    internal static long MinorOf(decimal amount, Currency currency) =>
        decimal.ToInt64(Rounding.AwayFromZero(Rounding.WithoutNoise(amount * currency.Scale), 0));
}
