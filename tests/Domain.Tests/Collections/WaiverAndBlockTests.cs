using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Ledger;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class WaiverAndBlockTests
{
    private static readonly Account Charged = Owing(("A", 10_000, Day(2, 1))).Dunned(Day(2, 5), Day(2, 19));

    private static readonly WaiveCharge Wanted = new("W-1", "fee.letter-2025-02-19", 200, Day(2, 20));

    [Fact]
    public void A_part_of_a_fee_is_waived_once_against_its_own_income()
    {
        var waived = AssertOnce<AccountEvent.ChargeWaived>(
            Charged, a => ChargeWaiving.Decide(a, Wanted, Context("first time")));

        Assert.Equal(Eur(300), Charged.After(waived).Item(Wanted.ItemId)!.Open);
        Assert.Equal(
            [new Posting("receivables", Eur(-200)), new Posting("fees/dunning", Eur(200))],
            PostingRules.EntryOf(waived, Euro)!.Postings);
        var rest = Charged.After(waived);
        var whole = ChargeWaiving.Decide(rest, new("W-2", Wanted.ItemId, null, Day(2, 21)), Context("all of it"));
        Assert.Null(rest.After(whole).Item(Wanted.ItemId));
    }

    [Fact]
    public void What_cannot_be_waived_is_refused()
    {
        AssertRefused(Refusals.ReasonMissing, ChargeWaiving.Decide(Charged, Wanted, Context()));
        AssertRefused(Refusals.AccountUnknown, ChargeWaiving.Decide(Account.None, Wanted, Context("x")));
        AssertRefused(Refusals.IdInvalid, ChargeWaiving.Decide(Charged, Wanted with { WaiverId = "" }, Context("x")));
        AssertRefused(
            CollectionRefusals.NotWaivable, ChargeWaiving.Decide(Charged, Wanted with { ItemId = "A" }, Context("x")));
        AssertRefused(
            CollectionRefusals.ItemUnknown, ChargeWaiving.Decide(Charged, Wanted with { ItemId = "X" }, Context("x")));
        AssertRefused(
            CollectionRefusals.ExceedsOpen(500),
            ChargeWaiving.Decide(Charged, Wanted with { AmountMinor = 501 }, Context("x")));
        AssertRefused(
            CollectionRefusals.AmountNotPositive,
            ChargeWaiving.Decide(Charged, Wanted with { AmountMinor = 0 }, Context("x")));
        var waived = Charged.After(ChargeWaiving.Decide(Charged, Wanted, Context("x")));
        AssertRefused(
            CollectionRefusals.IdTaken, ChargeWaiving.Decide(waived, Wanted with { AmountMinor = 1 }, Context("x")));
    }

    [Fact]
    public void A_block_is_placed_and_lifted_with_a_reason()
    {
        var wanted = Block(BlockKind.Hardship, Day(2, 1), Day(3, 1));

        var blocked = Charged.After(AssertOnce<AccountEvent.CollectionBlockPlaced>(
            Charged, a => BlockPlacing.Decide(a, wanted, Context("aid"))));

        AssertRefused(Refusals.ReasonMissing, BlockPlacing.Decide(Charged, wanted, Context()));
        AssertRefused(
            Refusals.DateNotAllowed, BlockPlacing.Decide(Charged, wanted with { Through = Day(1, 31) }, Context("x")));
        AssertRefused(
            CollectionRefusals.IdTaken, BlockPlacing.Decide(blocked, wanted with { Through = null }, Context("x")));
        AssertRefused(
            CollectionRefusals.BlockUnknown, BlockLifting.Decide(Charged, wanted.BlockId, Day(2, 2), Context("x")));
        AssertRefused(Refusals.ReasonMissing, BlockLifting.Decide(blocked, wanted.BlockId, Day(2, 2), Context()));
        var lifted = blocked.After(BlockLifting.Decide(blocked, wanted.BlockId, Day(2, 2), Context("over")));
        Assert.Empty(lifted.Collected.Blocks);
    }

    [Fact]
    public void The_profile_decides_the_policy_the_more_exact_one_wins()
    {
        var profile = AssertOnce<AccountEvent.CollectionProfileChanged>(
            Charged, a => ProfileAssignment.Decide(a, "residential", "US-IL", Day(2, 1)));

        Assert.Equal(("", "residential"), (profile.SegmentBefore, profile.Segment));
        AssertRefused(Refusals.IdInvalid, ProfileAssignment.Decide(Charged, "a b", "", Day(2, 1)));
        DunningPolicy[] policies =
        [
            Policy with { Id = "any" },
            Policy with { Id = "home", Segment = "residential" },
            Policy with { Id = "illinois", Jurisdiction = "US-IL" },
            Policy with { Id = "home-illinois", Segment = "residential", Jurisdiction = "US-IL" },
        ];
        Assert.Equal("home-illinois", DunningPolicy.Choose(policies, "residential", "US-IL").Id);
        Assert.Equal("home", DunningPolicy.Choose(policies, "residential", "US-UT").Id);
        Assert.Equal("illinois", DunningPolicy.Choose(policies, "business", "US-IL").Id);
        Assert.Equal("any", DunningPolicy.Choose(policies, "", "").Id);
        Assert.Equal("default", DunningPolicy.Choose([], "", "").Id);
    }
}
