using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Disputes;

public sealed class DisputeOpeningTests
{
    private static readonly Account Debtor = Owing(("A", 10_000, Day(2, 1)));

    private static readonly OpenDispute Wanted = new("D-1", "A", 4_000, "price", "anna", Day(2, 10), null);

    [Fact]
    public void A_part_of_an_item_is_disputed_once()
    {
        var opened = AssertOnce<AccountEvent.DisputeOpened>(Debtor, a => Decide(a, Wanted));

        Assert.Equal(Day(2, 20), opened.DueOn);
        Assert.Equal(Eur(4_000), Debtor.After(opened).DisputedOf("A"));
    }

    [Fact]
    public void Without_an_amount_all_that_is_left_is_disputed()
    {
        var first = Debtor.After(Decide(Debtor, Wanted));

        var second = first.After(Decide(first, Wanted with { DisputeId = "D-2", AmountMinor = null }));

        Assert.Equal(Eur(10_000), second.DisputedOf("A"));
    }

    [Fact]
    public void An_account_that_is_not_there_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Wanted));

    [Fact]
    public void Bad_ids_are_refused()
    {
        AssertRefused(Refusals.IdInvalid, Decide(Debtor, Wanted with { DisputeId = "D 1" }));
        AssertRefused(Refusals.IdInvalid, Decide(Debtor, Wanted with { Owner = "" }));
    }

    [Fact]
    public void The_same_id_with_another_content_is_refused() => AssertRefused(
        DisputeRefusals.DisputeExists,
        Decide(Debtor.After(Decide(Debtor, Wanted)), Wanted with { AmountMinor = 1 }));

    [Fact]
    public void A_reason_outside_the_list_is_refused() =>
        AssertRefused(DisputeRefusals.ReasonUnknown, Decide(Debtor, Wanted with { Reason = "mood" }));

    [Fact]
    public void An_item_that_is_not_open_is_refused() =>
        AssertRefused(DisputeRefusals.ItemUnknown, Decide(Debtor, Wanted with { ItemId = "B" }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_amount_of_nothing_is_refused(long minor) =>
        AssertRefused(DisputeRefusals.AmountNotPositive, Decide(Debtor, Wanted with { AmountMinor = minor }));

    [Fact]
    public void More_than_is_left_to_dispute_is_refused() => AssertRefused(
        DisputeRefusals.ExceedsItem(6_000),
        Decide(Debtor.After(Decide(Debtor, Wanted)), Wanted with { DisputeId = "D-2", AmountMinor = 6_001 }));

    [Fact]
    public void More_than_the_line_comes_to_is_refused() => AssertRefused(
        DisputeRefusals.ExceedsLine(3_999), Decide(Debtor, Wanted with { Line = new DisputedLine(2, 3_999) }));

    [Fact]
    public void A_due_day_before_the_dispute_is_refused() =>
        AssertRefused(Refusals.DateNotAllowed, Decide(Debtor, Wanted with { DueOn = Day(2, 9) }));

    [Fact]
    public void More_disputes_than_anybody_can_work_on_are_refused()
    {
        var account = Debtor;
        for (var i = 0; i < DisputePolicy.RunningCountMax; i++)
            account = account.After(Decide(account, Wanted with { DisputeId = "D-" + i, AmountMinor = 1 }));

        AssertRefused(DisputeRefusals.TooMany, Decide(account, Wanted with { DisputeId = "one-more" }));
    }

    [Fact]
    public void Disputes_of_an_item_never_come_to_more_than_is_open() =>
        Gen.Long[1, 9_000].Array[1, 6].Sample(amounts =>
        {
            var account = Debtor;
            for (var i = 0; i < amounts.Length; i++)
            {
                var decision = Decide(account, Wanted with { DisputeId = "D-" + i, AmountMinor = amounts[i] });
                account = account.After(decision.Events.AsSpan());
            }
            Assert.True(account.DisputedOf("A") <= account.Item("A")!.Open);
            Assert.True(account.Disputes.Sum(dispute => dispute.AmountMinor) <= 10_000);
        });

    private static Domain.Primitives.Decision<AccountEvent> Decide(Account account, OpenDispute wanted) =>
        DisputeOpening.Decide(account, wanted, DisputePolicy.Default);
}
