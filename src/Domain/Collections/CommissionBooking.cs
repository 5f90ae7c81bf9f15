using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Books the commission of an agency as expense; the receipt itself credits the customer in full.</summary>
public static class CommissionBooking
{
    /// <summary>
    /// Refuses more than was handed over, and an id that came before with another amount; the same commission again is
    /// nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, BookCommission wanted, CommandContext context)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.CommissionId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.Collected.Placement(wanted.PlacementId) is not { } placement)
            return CollectionRefusals.PlacementUnknown;
        if (placement.CommissionIds.Contains(wanted.CommissionId, StringComparer.Ordinal))
            return IsSame(placement, wanted) ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        if (wanted.CollectedMinor <= 0)
            return CollectionRefusals.AmountNotPositive;
        var left = placement.Items.Sum(item => item.OpenMinor) - placement.CollectedMinor;
        if (wanted.CollectedMinor > left)
            return CollectionRefusals.ExceedsOpen(left);
        if (wanted.On < placement.PlacedOn)
            return Refusals.DateNotAllowed;
        var exact = wanted.CollectedMinor * placement.CommissionPercent / 100m;
        return new AccountEvent.AgencyCommissionBooked(
            placement.Id,
            wanted.CommissionId,
            wanted.CollectedMinor,
            decimal.ToInt64(Rounding.HalfAwayFromZero(exact, 0)),
            wanted.On);
    }

    private static bool IsSame(AgencyPlacement placement, BookCommission wanted) =>
        (placement.Commissions.FirstOrDefault(known => known.Id == wanted.CommissionId)?.CollectedMinor
            ?? wanted.CollectedMinor) == wanted.CollectedMinor;
}
