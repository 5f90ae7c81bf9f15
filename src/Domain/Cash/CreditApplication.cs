using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>Sets credits against debits, as far as the smaller of the two goes.</summary>
public static class CreditApplication
{
    /// <summary>
    /// Refuses items that are not there or not open so far, and an id that came before with other items; the same
    /// settlement again is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, ApplyCredit wanted)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.SettlementId))
            return Refusals.IdInvalid;
        if (account.Cash.Credit(wanted.SettlementId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CashRefusals.ApplicationExists;
        var (credits, badCredit) = Parts(account, wanted.Credits, sign: -1);
        var (debits, badDebit) = Parts(account, wanted.Debits, sign: 1);
        if ((badCredit ?? badDebit) is { } bad)
            return bad;
        var total = Math.Min(credits.Sum(part => part.Minor), debits.Sum(part => part.Minor));
        if (total == 0)
            return CashRefusals.NothingToApply;
        var shares = Taken(credits, total, sign: -1).AddRange(Taken(debits, total, sign: 1));
        Invariant.Holds(shares.Sum(share => share.AmountMinor) == 0, "credits pay as much as they are used up");
        return new AccountEvent.CreditApplied(new CreditSettled(wanted.SettlementId, wanted.On, shares));
    }

    private static (ImmutableArray<(OpenItem Item, long Minor)> Parts, Refusal? Refusal) Parts(
        Account account, ImmutableArray<ItemWish> wishes, int sign)
    {
        var parts = ImmutableArray.CreateBuilder<(OpenItem, long)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wish in wishes)
        {
            if (ApplicationPlanning.Find(account, wish.Item) is not { } item || Math.Sign(item.Open.Minor) != sign)
                return ([], CashRefusals.ItemUnknown);
            if (wish.AmountMinor is <= 0)
                return ([], CashRefusals.AmountNotPositive);
            if (wish.AmountMinor > Math.Abs(item.Open.Minor) || !seen.Add(item.Id))
                return ([], CashRefusals.ItemOverpaid);
            parts.Add((item, wish.AmountMinor ?? Math.Abs(item.Open.Minor)));
        }
        return (wishes.IsEmpty ? Oldest(account, sign) : parts.ToImmutable(), null);
    }

    private static ImmutableArray<(OpenItem Item, long Minor)> Oldest(Account account, int sign) =>
    [
        .. account.OpenItems
            .Where(item => Math.Sign(item.Open.Minor) == sign)
            .OrderBy(item => item.DueOn)
            .ThenBy(item => item.IssuedOn)
            .ThenBy(item => item.Number, StringComparer.Ordinal)
            .Select(item => (Item: item, Minor: Math.Abs(item.Open.Minor) - account.DisputedOf(item.Id).Minor))
            .Where(part => part.Minor > 0),
    ];

    private static ImmutableArray<ItemShare> Taken(
        ImmutableArray<(OpenItem Item, long Minor)> parts, long totalMinor, int sign)
    {
        var shares = ImmutableArray.CreateBuilder<ItemShare>();
        var left = totalMinor;
        foreach (var (item, minor) in parts.TakeWhile(_ => left > 0))
        {
            var taken = Math.Min(left, minor);
            shares.Add(ItemShare.Of(item, new Money(sign * taken, item.Open.Currency)));
            left -= taken;
        }
        return shares.ToImmutable();
    }

    // Items may be gone by now, so the names and amounts are compared with what was settled.
    private static bool IsSame(CreditSettled known, ApplyCredit wanted) =>
        !known.IsUndone && AreIn(known, wanted.Credits, sign: -1) && AreIn(known, wanted.Debits, sign: 1);

    private static bool AreIn(CreditSettled known, ImmutableArray<ItemWish> wishes, int sign) =>
        wishes.All(wish => known.Shares.Any(share => (share.ItemId == wish.Item || share.Number == wish.Item)
            && Math.Sign(share.AmountMinor) == sign));
}
