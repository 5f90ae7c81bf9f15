using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Gives up a fee or interest, wholly or in part; by hand, so it needs a reason.</summary>
public static class ChargeWaiving
{
    /// <summary>What a fee is booked as that another area charged.</summary>
    public const string OtherKind = "other";

    /// <summary>What interest is booked as.</summary>
    public const string InterestKind = "interest";

    /// <summary>Refuses anything but fees and interest, and more than is open.</summary>
    public static Decision<AccountEvent> Decide(Account account, WaiveCharge wanted, CommandContext context)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.WaiverId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        var charge = account.Collected.Charge(wanted.ItemId);
        if (charge?.Waivers.FirstOrDefault(waiver => waiver.Id == wanted.WaiverId) is { } known)
        {
            return wanted.AmountMinor is null || wanted.AmountMinor == known.AmountMinor
                ? Decision<AccountEvent>.Nothing
                : CollectionRefusals.IdTaken;
        }
        if (account.Item(wanted.ItemId) is not { Open.Minor: > 0 } item)
            return CollectionRefusals.ItemUnknown;
        return item.Kind is ItemKind.Fee or ItemKind.Interest
            ? Waived(item, wanted, charge?.Kind ?? KindOf(item))
            : CollectionRefusals.NotWaivable;
    }

    private static Decision<AccountEvent> Waived(OpenItem item, WaiveCharge wanted, string kind)
    {
        var minor = wanted.AmountMinor ?? item.Open.Minor;
        if (minor <= 0)
            return CollectionRefusals.AmountNotPositive;
        if (minor > item.Open.Minor)
            return CollectionRefusals.ExceedsOpen(item.Open.Minor);
        if (wanted.On < item.IssuedOn)
            return Refusals.DateNotAllowed;
        var share = ItemShare.Of(item, new Money(minor, item.Open.Currency));
        return new AccountEvent.ChargeWaived(wanted.WaiverId, kind, share, wanted.On);
    }

    private static string KindOf(OpenItem item) => item.Kind == ItemKind.Interest ? InterestKind : OtherKind;
}
