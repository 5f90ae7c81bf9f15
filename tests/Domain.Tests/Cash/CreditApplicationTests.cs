using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Cash.SampleCash;

namespace BillingActors.Domain.Tests.Cash;

public sealed class CreditApplicationTests
{
    private static readonly Account Mixed = Owing
        .WithItem(Item("C-1", -3000, Day(3, 1))).WithItem(Item("C-2", -1000, Day(3, 2)));

    [Fact]
    public void Credits_pay_the_oldest_debits_once()
    {
        var applied = AssertOnce<AccountEvent.CreditApplied>(Mixed, a => CreditApplication.Decide(a, Wanted([], [])));

        var after = Mixed.After(applied);
        Assert.Equal("I-1:8000 I-2:24000 I-3:6000", Opens(after));
        Assert.Equal(Mixed.Balance, after.Balance);
    }

    [Fact]
    public void Named_credits_pay_named_debits_as_far_as_the_smaller_goes()
    {
        var decision = CreditApplication.Decide(
            Mixed, Wanted([new ItemWish("C-1", 2000)], [new ItemWish("I-3", 500), new ItemWish("I-2", 700)]));

        Assert.Equal("I-1:12000 I-2:23300 I-3:5500 C-1:-1800 C-2:-1000", Opens(Mixed.After(decision), byId: true));
    }

    [Fact]
    public void What_is_not_there_or_too_much_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, CreditApplication.Decide(Account.None, Wanted([], [])));
        AssertRefused(Refusals.IdInvalid, CreditApplication.Decide(Mixed, Wanted([], []) with { SettlementId = "" }));
        AssertRefused(CashRefusals.ItemUnknown, CreditApplication.Decide(Mixed, Wanted([new ItemWish("I-1")], [])));
        AssertRefused(CashRefusals.ItemUnknown, CreditApplication.Decide(Mixed, Wanted([], [new ItemWish("C-1")])));
        AssertRefused(
            CashRefusals.ItemOverpaid, CreditApplication.Decide(Mixed, Wanted([new ItemWish("C-1", 3001)], [])));
        AssertRefused(
            CashRefusals.AmountNotPositive, CreditApplication.Decide(Mixed, Wanted([], [new ItemWish("I-1", 0)])));
        AssertRefused(CashRefusals.NothingToApply, CreditApplication.Decide(Owing, Wanted([], [])));
    }

    [Fact]
    public void Taken_back_all_is_open_again()
    {
        var applied = Mixed.After(CreditApplication.Decide(Mixed, Wanted([], [])));

        var undone = AssertOnce<AccountEvent.CreditUnapplied>(
            applied, a => CreditRemoval.Decide(a, "S-1", Today, Context("wrong")));

        Assert.Equal(
            Mixed.OpenItems.OrderBy(item => item.Id, StringComparer.Ordinal),
            applied.After(undone).OpenItems.OrderBy(item => item.Id, StringComparer.Ordinal));
        AssertRefused(Refusals.AccountUnknown, CreditRemoval.Decide(Account.None, "S-1", Today, Context("x")));
        AssertRefused(Refusals.ReasonMissing, CreditRemoval.Decide(applied, "S-1", Today, Context()));
        AssertRefused(CashRefusals.ApplicationUnknown, CreditRemoval.Decide(applied, "S-9", Today, Context("x")));
    }

    [Fact]
    public void An_id_that_settled_something_else_or_was_taken_back_is_refused()
    {
        var wanted = Wanted([new ItemWish("C-1", 2000)], [new ItemWish("I-3", 500), new ItemWish("I-2", 700)]);
        var applied = Mixed.After(AssertOnce<AccountEvent.CreditApplied>(
            Mixed, account => CreditApplication.Decide(account, wanted)));

        AssertRefused(
            CashRefusals.ApplicationExists,
            CreditApplication.Decide(applied, wanted with { Credits = [new ItemWish("C-2")] }));
        AssertRefused(
            CashRefusals.ApplicationExists,
            CreditApplication.Decide(applied, wanted with { Debits = [new ItemWish("I-1")] }));
        var undone = applied.After(CreditRemoval.Decide(applied, "S-1", Today, Context("wrong")));
        AssertRefused(CashRefusals.ApplicationExists, CreditApplication.Decide(undone, wanted));
    }

    [Fact]
    public void The_balance_stays_and_no_item_changes_its_sign() =>
        Gen.Int[-5_000, 5_000].Array[0, 10].Sample(amounts =>
        {
            var account = Owed([.. amounts.Select((minor, i) => Item($"I-{i}", minor, Day(1, 1).PlusDays(i)))]);
            var decision = CreditApplication.Decide(account, Wanted([], []));
            if (decision.IsRefused)
                return;
            var after = account.After(decision);
            Assert.Equal(account.Balance, after.Balance);
            Assert.All(after.OpenItems, item => Assert.Equal(
                Math.Sign(item.Original.Minor), Math.Sign(item.Open.Minor)));
        });

    private static ApplyCredit Wanted(ItemWish[] credits, ItemWish[] debits) =>
        new("S-1", [.. credits], [.. debits], Today);

    private static string Opens(Account account, bool byId = true) => string.Join(' ', account.OpenItems
        .OrderBy(item => !byId || item.Id.StartsWith('I') ? 0 : 1)
        .ThenBy(item => item.Id, StringComparer.Ordinal)
        .Select(item => $"{item.Id}:{item.Open.Minor}"));
}
