using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Ledger;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class DunningRunTests
{
    private static readonly Account Debtor = Owing(("A", 10_000, Day(2, 1)), ("B", 5_000, Day(2, 20)));

    [Fact]
    public void The_first_letter_goes_out_after_the_grace_and_once()
    {
        Assert.Equal(DunningHold.NothingDue, DunningPreview.Of(Debtor, Policy, Day(2, 1)).Hold);
        Assert.Equal(DunningHold.Waiting, DunningPreview.Of(Debtor, Policy, Day(2, 4)).Hold);

        var letter = AssertOnce<AccountEvent.LetterSent>(Debtor, a => DunningRun.Decide(a, Policy, Day(2, 5)));

        Assert.Equal((1, "reminder", Day(2, 15)), (letter.Level, letter.Letter, letter.PayUntil));
        Assert.Equal("A", Assert.Single(letter.Items).ItemId);
    }

    [Fact]
    public void One_letter_asks_for_everything_due_each_at_its_own_level()
    {
        var account = Debtor.Dunned(Day(2, 5));

        var decision = DunningRun.Decide(account, Policy, Day(2, 24));

        var letter = Assert.Single(decision.Of<AccountEvent.LetterSent>());
        Assert.Equal(2, letter.Level);
        Assert.Equal(
            [("A", 1, 2), ("B", 0, 1)],
            letter.Items.Select(item => (item.ItemId, item.LevelBefore, item.Level)));
        var fee = Assert.Single(decision.Of<AccountEvent.FeeCharged>());
        Assert.Equal(
            [new Posting("receivables", Eur(500)), new Posting("fees/dunning", Eur(-500))],
            PostingRules.EntryOf(fee, Euro)!.Postings);
        Assert.Equal(ItemKind.Fee, account.After(decision).Item(fee.ItemId)!.Kind);
    }

    [Fact]
    public void The_fee_of_a_level_is_fixed_and_a_share_up_to_its_most()
    {
        var account = Debtor.Dunned(Day(2, 5), Day(2, 24));

        var fee = Assert.Single(DunningRun.Decide(account, Policy, Day(3, 10)).Of<AccountEvent.FeeCharged>());

        Assert.Equal(1000 + 155, fee.AmountMinor);
        Assert.Equal(DunningHold.Waiting, DunningPreview.Of(account, Policy, Day(3, 9)).Hold);
    }

    [Fact]
    public void After_the_last_level_there_are_no_letters()
    {
        var account = Owing(("A", 10_000, Day(2, 1))).Dunned(Day(2, 5), Day(2, 19), Day(3, 5));

        Assert.Equal(DunningHold.LastLevelReached, DunningPreview.Of(account, Policy, Day(6, 1)).Hold);
    }

    [Fact]
    public void Less_than_the_minimum_is_not_worth_a_letter_and_credits_count()
    {
        var small = Owing(("A", 499, Day(2, 1)));
        var credited = Debtor.Less("A", 5_000, Day(2, 2)).After(
            new AccountEvent.DisputeCredited("D-0", [], "dispute.D-0", 4_600, Day(2, 2)));

        Assert.Equal(DunningHold.BelowMinimum, DunningPreview.Of(small, Policy, Day(3, 1)).Hold);
        Assert.Equal(DunningHold.BelowMinimum, DunningPreview.Of(credited, Policy, Day(2, 10)).Hold);
    }

    [Fact]
    public void A_quiet_day_has_no_letter()
    {
        var policy = Policy with { QuietDays = new QuietDays([IsoDayOfWeek.Wednesday], [Day(2, 6)]) };

        Assert.Equal(DunningHold.QuietDay, DunningPreview.Of(Debtor, policy, Day(2, 5)).Hold);
        Assert.Equal(DunningHold.QuietDay, DunningPreview.Of(Debtor, policy, Day(2, 6)).Hold);
        Assert.Equal(DunningHold.None, DunningPreview.Of(Debtor, policy, Day(2, 7)).Hold);
    }

    [Theory]
    [InlineData(BlockKind.Manual, true)]
    [InlineData(BlockKind.Insolvency, true)]
    [InlineData(BlockKind.Deceased, true)]
    [InlineData(BlockKind.PaymentInFlight, true)]
    [InlineData(BlockKind.LifeSupport, false)]
    [InlineData(BlockKind.MedicalCertificate, false)]
    public void A_block_holds_until_its_end(BlockKind kind, bool isHeld)
    {
        var blocked = Debtor.After(Block(kind, Day(2, 1), Day(2, 9)));

        var expected = isHeld ? DunningHold.Blocked : DunningHold.None;
        Assert.Equal(expected, DunningPreview.Of(blocked, Policy, Day(2, 9)).Hold);
        Assert.Equal(DunningHold.None, DunningPreview.Of(blocked, Policy, Day(2, 10)).Hold);
    }

    [Fact]
    public void Only_the_disputed_part_is_left_out()
    {
        var account = Debtor.After(Disputed(Debtor, 7_000, Day(2, 2)));

        var letter = Assert.Single(DunningRun.Decide(account, Policy, Day(2, 5)).Of<AccountEvent.LetterSent>());

        Assert.Equal(3_000, Assert.Single(letter.Items).AskedMinor);
    }

    [Fact]
    public void A_rejected_dispute_goes_on_at_the_level_it_had_after_a_new_grace()
    {
        var account = Owing(("A", 10_000, Day(2, 1))).Dunned(Day(2, 5));
        account = account.After(Disputed(account, 10_000, Day(2, 10)));
        Assert.Equal(DunningHold.NothingDue, DunningPreview.Of(account, Policy, Day(3, 20)).Hold);

        account = account.After(DisputeResolution.Decide(
            account, new ResolveDispute("D-1", 0, "none", Day(3, 20)) { GraceDays = 10 }, Context()));

        Assert.Equal(DunningHold.NothingDue, DunningPreview.Of(account, Policy, Day(3, 30)).Hold);
        var letter = Assert.Single(DunningRun.Decide(account, Policy, Day(3, 31)).Of<AccountEvent.LetterSent>());
        Assert.Equal((1, 2), (letter.Items[0].LevelBefore, letter.Items[0].Level));
    }

    [Fact]
    public void A_part_that_was_disputed_skips_no_level_that_the_rest_reached_meanwhile()
    {
        var account = Owing(("A", 10_000, Day(2, 1)));
        account = account.After(Disputed(account, 4_000, Day(2, 2))).Dunned(Day(2, 5), Day(2, 19));

        account = account.After(DisputeResolution.Decide(
            account, new ResolveDispute("D-1", 0, "none", Day(2, 20)) { GraceDays = 10 }, Context()));

        var letter = Assert.Single(DunningRun.Decide(account, Policy, Day(3, 10)).Of<AccountEvent.LetterSent>());
        Assert.Equal((0, 1), (letter.Items[0].LevelBefore, letter.Items[0].Level));
    }

    [Fact]
    public void Fees_never_cause_a_letter_by_themselves()
    {
        var account = Owing(("A", 10_000, Day(2, 1))).Dunned(Day(2, 5), Day(2, 19)).Less("A", 10_000, Day(2, 20));

        Assert.Equal(DunningHold.LastLevelReached, DunningPreview.Of(account, Policy, Day(5, 1)).Hold);
    }

    [Fact]
    public void No_item_ever_skips_a_level_and_no_letter_asks_for_what_is_disputed() =>
        Gen.Select(Gen.Int[0, 40].Array[1, 5], Gen.Int[0, 120].Array[1, 30], Gen.Long[0, 9_999]).Sample(
            (dues, runs, disputed) =>
            {
                var account = Owing(
                    [.. dues.Select((due, i) => ($"I{i}", 10_000L, Day(2, 1).PlusDays(due)))]);
                if (disputed > 0)
                    account = account.After(Disputed(account, disputed, Day(3, 20), "I0"));
                var levels = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var day in runs.Order().Select(run => Day(2, 1).PlusDays(run)))
                {
                    var decision = DunningRun.Decide(account, Policy, day);
                    foreach (var item in decision.Of<AccountEvent.LetterSent>().SelectMany(letter => letter.Items))
                    {
                        Assert.InRange(item.Level - levels.GetValueOrDefault(item.ItemId), 0, 1);
                        Assert.True(item.AskedMinor <= item.OpenMinor - (item.ItemId == "I0" ? disputed : 0));
                        levels[item.ItemId] = item.Level;
                    }
                    account = account.After(decision);
                    Assert.Empty(DunningRun.Decide(account, Policy, day).Events);
                }
            });

    private static Domain.Primitives.Decision<AccountEvent> Disputed(
        Account account, long minor, LocalDate on, string itemId = "A") => DisputeOpening.Decide(
            account, new OpenDispute("D-1", itemId, minor, "price", "anna", on, null), DisputePolicy.Default);
}
