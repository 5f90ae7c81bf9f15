using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>Lowers what is owed of an item by hand; the bill stays as it is.</summary>
public static class ItemAdjustment
{
    /// <summary>
    /// Refuses a missing reason, an item that is not owed, more than is open, and a waiver, which is an action of the
    /// collection; the same adjustment again is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, AdjustItem command, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(command.AdjustmentId) || !Refusals.IsId(command.Code))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (command.Kind != AdjustmentKind.Goodwill)
            return CreditRefusals.KindUnknown;
        if (account.Adjustments.FirstOrDefault(known => known.Id == command.AdjustmentId) is { } known)
        {
            return known.ItemId == command.ItemId && known.AmountMinor == command.AmountMinor
                ? Decision<AccountEvent>.Nothing
                : CreditRefusals.CreditExists;
        }
        if (command.AmountMinor <= 0)
            return CreditRefusals.AmountNotPositive;
        if (account.Item(command.ItemId) is not { } item)
            return CreditRefusals.ItemUnknown;
        if (item.Open.Minor < 0)
            return CreditRefusals.ItemIsCredit;
        if (item.Kind == ItemKind.Deposit)
            return CreditRefusals.ItemIsDeposit;
        if (command.AmountMinor > item.Open.Minor)
            return CreditRefusals.AmountAboveOpen(item.Open);
        var share = ItemShare.Of(item, new Money(command.AmountMinor, account.Currency));
        return new AccountEvent.ItemAdjusted(
            command.AdjustmentId, command.Kind, command.Code, command.On, share);
    }
}
