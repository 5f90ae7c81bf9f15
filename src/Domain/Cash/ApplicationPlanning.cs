using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Works out what money is set against: what the payer names first, the rest by the first rule that fits. What a
/// customer contests is paid only where it is named.
/// </summary>
internal static class ApplicationPlanning
{
    /// <summary>What money of so much, counting from a day, is set against; null where it pays nothing.</summary>
    public static CashApplied? Plan(
        Account account, PlannedMoney money, ImmutableArray<ItemWish> wishes, CashTerms terms)
    {
        var draft = new ApplicationDraft(money.AvailableMinor, terms.Policy.Tolerance);
        if (money.Allocation == Allocation.ByReference)
            wishes = wishes.AddRange(PayerReference.Wishes(account, money.Reference));
        if (money.Allocation == Allocation.ProRata)
            Spread(draft, Wanted(account, money, wishes, terms));
        else
            ByWish(draft, account, wishes, item => Named(account, item, money.ValueOn, terms));
        var rules = money.Allocation == Allocation.OldestFirst
            ? terms.Policy with { Rules = [ApplicationRule.OldestFirst] }
            : terms.Policy;
        if (draft.LeftMinor > 0 && !money.IsRestKept)
            ByRule(draft, Candidates(account, draft, money.ValueOn, terms), money.ValueOn, rules);
        return draft.ToApplication(money.ApplicationId, money.On);
    }

    /// <summary>The item with the id or the number.</summary>
    public static OpenItem? Find(Account account, string name) =>
        account.Item(name)
        ?? account.OpenItems.FirstOrDefault(item => item.Number == name && item.Number.Length > 0);

    /// <summary>An item as its payer sees it: contested or not.</summary>
    public static Payable Named(Account account, OpenItem item, LocalDate valueOn, CashTerms terms) =>
        Payable.Of(item, 0, terms.Offers.FirstOrDefault(offer => offer.ItemId == item.Id), valueOn);

    private static void ByWish(
        ApplicationDraft draft, Account account, ImmutableArray<ItemWish> wishes, Func<OpenItem, Payable> named)
    {
        foreach (var wish in wishes)
        {
            if (Find(account, wish.Item) is { Open.Minor: > 0 } item && !draft.Has(item.Id))
                draft.Settle(named(item), wish.AmountMinor);
        }
    }

    // What is named, each once and as far as it is open; without names all that rules would look at.
    private static ImmutableArray<(Payable Payable, long Minor)> Wanted(
        Account account, PlannedMoney money, ImmutableArray<ItemWish> wishes, CashTerms terms)
    {
        if (wishes.IsEmpty)
        {
            var all = money.IsRestKept
                ? []
                : Candidates(account, new ApplicationDraft(0, Tolerance.None), money.ValueOn, terms);
            return [.. all.Where(one => one.OpenMinor > 0).Select(one => (one, one.OpenMinor))];
        }
        return
        [
            .. wishes.Select(wish => (Item: Find(account, wish.Item), wish.AmountMinor))
                .Where(wish => wish.Item is { Open.Minor: > 0 })
                .DistinctBy(wish => wish.Item!.Id, StringComparer.Ordinal)
                .Select(wish => (
                    Named(account, wish.Item!, money.ValueOn, terms),
                    Math.Min(wish.AmountMinor ?? long.MaxValue, wish.Item!.Open.Minor))),
        ];
    }

    private static void Spread(ApplicationDraft draft, ImmutableArray<(Payable Payable, long Minor)> wanted)
    {
        if (wanted.IsEmpty)
            return;
        var total = new Money(
            Math.Min(draft.LeftMinor, wanted.Sum(one => one.Minor)), wanted[0].Payable.Item.Open.Currency);
        var parts = MoneySplit.ByWeights(total, [.. wanted.Select(one => (decimal)one.Minor)]);
        draft.By(AppliedBy.ProRata);
        foreach (var (one, part) in wanted.Zip(parts))
            draft.Settle(one.Payable, part.Minor);
    }

    private static ImmutableArray<Payable> Candidates(
        Account account, ApplicationDraft draft, LocalDate valueOn, CashTerms terms)
    {
        ImmutableArray<Payable> payables =
        [
            .. account.OpenItems.Where(item => !draft.Has(item.Id))
                .Select(item => Payable.Of(
                    item,
                    account.DisputedOf(item.Id).Minor,
                    terms.Offers.FirstOrDefault(offer => offer.ItemId == item.Id),
                    valueOn))
                .Where(payable => payable.OpenMinor != 0),
        ];
        if (payables.Length <= 1)
            return payables;
        return
        [
            .. payables.OrderBy(payable => Rank(payable.Item, terms.Policy))
                .ThenBy(payable => payable.Item.DueOn)
                .ThenBy(payable => payable.Item.IssuedOn)
                .ThenBy(payable => payable.Item.Number, StringComparer.Ordinal)
                .ThenBy(payable => payable.Item.Id, StringComparer.Ordinal),
        ];
    }

    private static int Rank(OpenItem item, ApplicationPolicy policy) => item.Kind switch
    {
        _ when !policy.AreCostsFirst => 0,
        ItemKind.Fee => 0,
        ItemKind.Interest => 1,
        _ => 2,
    };

    private static void ByRule(
        ApplicationDraft draft, ImmutableArray<Payable> payables, LocalDate valueOn, ApplicationPolicy policy)
    {
        var debits = payables.RemoveAll(payable => payable.OpenMinor < 0);
        foreach (var rule in policy.Rules)
        {
            var isDone = rule switch
            {
                ApplicationRule.ExactItem => TryExact(draft, debits),
                ApplicationRule.ClearAccount => TryClear(draft, payables, policy, AppliedBy.ClearAccount),
                ApplicationRule.ClearPastDue => TryClear(
                    draft, debits.RemoveAll(one => one.Item.DueOn >= valueOn), policy, AppliedBy.ClearPastDue),
                _ => OldestFirst(draft, debits),
            };
            if (isDone)
                return;
        }
    }

    // Several items of one amount are a riddle, and no exact match.
    private static bool TryExact(ApplicationDraft draft, ImmutableArray<Payable> debits)
    {
        var left = draft.LeftMinor;
        var matches = debits.RemoveAll(one => one.OpenMinor != left && one.SettledByMinor != left);
        if (matches.Length != 1)
            return false;
        draft.By(AppliedBy.ExactItem);
        draft.Settle(matches[0]);
        return true;
    }

    private static bool TryClear(
        ApplicationDraft draft, ImmutableArray<Payable> payables, ApplicationPolicy policy, AppliedBy rule)
    {
        var (full, settled) = (payables.Sum(one => one.OpenMinor), payables.Sum(one => one.SettledByMinor));
        var isFull = IsNear(draft.LeftMinor, full, policy.Tolerance);
        if (payables.IsEmpty || full <= 0 || (!isFull && !IsNear(draft.LeftMinor, settled, policy.Tolerance)))
            return false;
        draft.By(rule);
        foreach (var payable in payables.OrderBy(one => one.OpenMinor > 0))
            draft.Settle(payable, isFull ? payable.OpenMinor : payable.SettledByMinor);
        draft.KeepCents();
        return true;
    }

    private static bool OldestFirst(ApplicationDraft draft, ImmutableArray<Payable> debits)
    {
        draft.By(AppliedBy.OldestFirst);
        foreach (var payable in debits)
            draft.Settle(payable);
        draft.KeepCents();
        return true;
    }

    private static bool IsNear(long paidMinor, long owedMinor, Tolerance tolerance) =>
        paidMinor >= owedMinor ? paidMinor - owedMinor <= tolerance.OverMinor
        : owedMinor - paidMinor <= tolerance.LimitOf(owedMinor);
}
