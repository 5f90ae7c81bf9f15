using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Transfers;

/// <summary>
/// Finds what a transfer moves. What somebody else has to do with, such as an agency, stays where it is: named it is
/// refused, and unnamed left out.
/// </summary>
internal static class TransferPlanning
{
    private const int ItemCountMax = 100;

    /// <summary>What is moved, or why nothing is.</summary>
    public static (TransferValue? Value, Refusal? Refusal) Plan(Account account, StartTransfer command)
    {
        var isNamed = !command.ItemIds.IsDefaultOrEmpty;
        if (!Enum.IsDefined(command.Scope)
            || (isNamed && command.Scope != TransferScope.Items)
            || (command.AmountMinor is not null && command.Scope != TransferScope.Cash))
        {
            return (null, TransferRefusals.ScopeWrong);
        }
        var (items, refusal) = isNamed ? Named(account, command.ItemIds) : (Free(account, command.Scope), null);
        if (refusal is not null)
            return (null, refusal);
        (var cash, refusal) = Cash(account, command);
        if (refusal is not null)
            return (null, refusal);
        var value = new TransferValue(items, cash);
        return value.IsEmpty ? (null, TransferRefusals.NothingToTransfer) : (value, null);
    }

    private static (ImmutableArray<ItemShare> Items, Refusal? Refusal) Named(
        Account account, ImmutableArray<string> names)
    {
        var shares = ImmutableArray.CreateBuilder<ItemShare>();
        foreach (var name in names.Take(ItemCountMax + 1))
        {
            if (ApplicationPlanning.Find(account, name) is not { } item)
                return ([], CreditRefusals.ItemUnknown);
            if (Hold(account, item) is { } held)
                return ([], held);
            shares.Add(Whole(item));
        }
        var count = shares.Select(share => share.ItemId).Distinct(StringComparer.Ordinal).Count();
        return count == shares.Count && count <= ItemCountMax
            ? (shares.ToImmutable(), null)
            : ([], TransferRefusals.ItemsInvalid);
    }

    private static ImmutableArray<ItemShare> Free(Account account, TransferScope scope) =>
    [
        .. account.OpenItems
            .Where(item => scope switch
            {
                TransferScope.Items => item.Open.Minor > 0,
                TransferScope.Credits => item.Open.Minor < 0,
                TransferScope.Balance => true,
                _ => false,
            })
            .Where(item => Hold(account, item) is null)
            .Select(Whole),
    ];

    // A deposit, a dispute, a plan, a promise and an agency all look at the item in this account.
    private static Refusal? Hold(Account account, OpenItem item)
    {
        if (item.Kind == ItemKind.Deposit)
            return CreditRefusals.ItemIsDeposit;
        if (account.Disputes.Any(dispute => dispute.IsRunning && dispute.ItemId == item.Id))
            return CollectionRefusals.ItemDisputed;
        var file = account.Collected;
        return file.IsPlanned(item.Id) || file.IsPlaced(item.Id) || file.IsPromised(item.Id)
            ? CollectionRefusals.ItemElsewhere
            : null;
    }

    private static (ImmutableArray<CashShare> Cash, Refusal? Refusal) Cash(Account account, StartTransfer command)
    {
        if (command.Scope is not (TransferScope.Cash or TransferScope.Balance))
            return ([], null);
        var left = command.AmountMinor ?? account.Unapplied.Minor;
        if (command.AmountMinor <= 0)
            return ([], CashRefusals.AmountNotPositive);
        if (left > account.Unapplied.Minor)
            return ([], CashRefusals.CashShort);
        var shares = ImmutableArray.CreateBuilder<CashShare>();
        foreach (var receipt in account.Cash.Receipts.Where(one => one.UnappliedMinor > 0).OrderBy(one => one.ValueOn))
        {
            if (left == 0)
                break;
            var taken = Math.Min(left, receipt.UnappliedMinor);
            shares.Add(new CashShare(
                receipt.Id, receipt.Method, taken, receipt.ValueOn, receipt.Reference, receipt.IsOnAccount));
            left -= taken;
        }
        Invariant.Holds(left == 0, "unapplied cash is that of the receipts");
        return (shares.ToImmutable(), null);
    }

    private static ItemShare Whole(OpenItem item) => ItemShare.Of(item, item.Open);
}
