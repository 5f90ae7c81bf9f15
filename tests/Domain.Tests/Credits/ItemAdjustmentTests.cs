using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleItems;

namespace BillingActors.Domain.Tests.Credits;

public sealed class ItemAdjustmentTests
{
    [Fact]
    public void What_is_owed_is_lowered_once()
    {
        var happened = AssertOnce<AccountEvent.ItemAdjusted>(Owing, a => Decide(a, Adjust(2_000)));

        var after = Owing.After(happened);
        Assert.Equal(Eur(10_000), after.Item(Invoice)!.Open);
        Assert.Equal(
            [("goodwill", 2_000L), ("receivables", -2_000L)],
            PostingRules.EntryOf(happened, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
    }

    [Fact]
    public void An_item_that_is_lowered_to_nothing_is_open_no_more() =>
        Assert.Null(Owing.After(Decide(Owing, Adjust(500, Fee))).Item(Fee));

    [Fact]
    public void An_unknown_account_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Adjust(1)));

    [Fact]
    public void A_bad_id_or_code_is_refused()
    {
        AssertRefused(Refusals.IdInvalid, Decide(Owing, Adjust(1, id: "adj 1")));
        AssertRefused(Refusals.IdInvalid, Decide(Owing, Adjust(1) with { Code = "" }));
    }

    [Fact]
    public void A_missing_reason_is_refused() =>
        AssertRefused(Refusals.ReasonMissing, ItemAdjustment.Decide(Owing, Adjust(1), Context()));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void An_amount_of_nothing_or_less_is_refused(long minor) =>
        AssertRefused(CreditRefusals.AmountNotPositive, Decide(Owing, Adjust(minor)));

    [Fact]
    public void An_item_that_is_not_owed_is_refused()
    {
        AssertRefused(CreditRefusals.ItemUnknown, Decide(Owing, Adjust(1, "north.A-1.9")));
        AssertRefused(CreditRefusals.ItemIsCredit, Decide(Owing, Adjust(1, Credit)));
    }

    [Fact]
    public void More_than_is_open_is_refused() =>
        AssertRefused(CreditRefusals.AmountAboveOpen(Eur(12_000)), Decide(Owing, Adjust(12_001)));

    [Fact]
    public void Waivers_are_another_action()
    {
        AssertRefused(CreditRefusals.KindUnknown, Decide(Owing, Adjust(1, Fee, AdjustmentKind.FeeWaiver)));
        AssertRefused(CreditRefusals.KindUnknown, Decide(Owing, Adjust(1, Fee, AdjustmentKind.InterestWaiver)));
    }

    [Fact]
    public void The_same_id_for_something_else_is_refused() =>
        AssertRefused(CreditRefusals.CreditExists, Decide(Owing.After(Decide(Owing, Adjust(1))), Adjust(2)));

    [Fact]
    public void Adjustments_lower_the_balance_by_just_what_they_say() =>
        Gen.Int[1, 7_000].Array[1, 6].Sample(amounts =>
        {
            var account = Owing;
            for (var i = 0; i < amounts.Length; i++)
            {
                var decision = Decide(account, Adjust(amounts[i], id: $"adj-{i}"));
                var before = account.Balance.Minor;
                if (!decision.IsRefused)
                    account = account.After(decision);
                Assert.Equal(before - (decision.IsRefused ? 0 : amounts[i]), account.Balance.Minor);
            }
        });

    private static Decision<AccountEvent> Decide(Account account, AdjustItem command) =>
        ItemAdjustment.Decide(account, command, Context("promised on the phone"));
}
