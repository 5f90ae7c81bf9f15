using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>Gives up right claims; they can come back.</summary>
public static class ItemWriteOff
{
    private const int ItemCountMax = 100;

    /// <summary>
    /// Refuses a missing reason, items that are not owed or come twice; the same write-off again is nothing new. Tax
    /// comes back in the ratio of what is given up to what the document was for.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, WriteOffItems command, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(command.WriteOffId) || !Refusals.IsId(command.Code))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.WriteOffs.FirstOrDefault(known => known.Id == command.WriteOffId) is { } known)
            return IsSame(known, command) ? Decision<AccountEvent>.Nothing : CreditRefusals.CreditExists;
        var ids = command.Items.Select(item => item.ItemId).ToHashSet(StringComparer.Ordinal);
        if (ids.Count is 0 or > ItemCountMax || ids.Count != command.Items.Length)
            return CreditRefusals.ItemsInvalid;
        var shares = ImmutableArray.CreateBuilder<ItemShare>(command.Items.Length);
        var relief = new TaxSum();
        foreach (var wanted in command.Items)
        {
            if (account.Item(wanted.ItemId) is not { } item)
                return CreditRefusals.ItemUnknown;
            if (item.Open.Minor < 0)
                return CreditRefusals.ItemIsCredit;
            if (item.Kind == ItemKind.Deposit)
                return CreditRefusals.ItemIsDeposit;
            shares.Add(ItemShare.Of(item, item.Open));
            relief.Add(wanted.Taxes, item.Open.Minor, item.Original.Minor, account.Currency);
        }
        return new AccountEvent.ItemsWrittenOff(
            command.WriteOffId, command.Kind, command.Code, command.On, shares.MoveToImmutable(), relief.Taxes);
    }

    private static bool IsSame(WriteOff known, WriteOffItems command) =>
        known.Kind == command.Kind && known.Shares.Select(share => share.ItemId)
            .SequenceEqual(command.Items.Select(item => item.ItemId), StringComparer.Ordinal);
}
