using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Ledger;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class AgencyTests
{
    private static readonly Account Debtor = Owing(("A", 10_000, Day(2, 1)), ("B", 5_000, Day(6, 1)));

    private static readonly PlaceWithAgency Wanted = new("G-1", "agency-9", 12.5m, [], Day(4, 1));

    [Fact]
    public void Placed_items_are_not_dunned_until_they_are_back_at_their_level()
    {
        var account = Debtor.Dunned(Day(2, 5));
        account = account.After(AssertOnce<AccountEvent.AgencyPlaced>(account, a => AgencyPlacing.Decide(a, Wanted)));
        Assert.Equal(DunningHold.NothingDue, DunningPreview.Of(account, Policy, Day(4, 2)).Hold);

        var recalled = new AccountEvent.AgencyPlacementEnded("G-1", PlacementStatus.Recalled, Day(5, 1));
        account = account.After(AssertOnce<AccountEvent.AgencyPlacementEnded>(
            account, a => AgencyEnding.Decide(a, recalled)));

        Assert.Equal(2, DunningPreview.Of(account, Policy, Day(5, 2)).Level);
        AssertRefused(
            CollectionRefusals.AlreadyEnded,
            AgencyEnding.Decide(account, recalled with { Status = PlacementStatus.Returned }));
    }

    [Fact]
    public void The_commission_is_expense_and_leaves_the_customer_alone()
    {
        var placed = Debtor.After(AgencyPlacing.Decide(Debtor, Wanted));
        var wanted = new BookCommission("G-1", "C-1", 4_000, Day(4, 20));

        var booked = AssertOnce<AccountEvent.AgencyCommissionBooked>(
            placed, a => CommissionBooking.Decide(a, wanted, Context("statement 7")));

        Assert.Equal(500, booked.CommissionMinor);
        Assert.Equal(
            [new Posting("agency-commission", Eur(500)), new Posting("cash/agency", Eur(-500))],
            PostingRules.EntryOf(booked, Euro)!.Postings);
        Assert.Equal(placed.Balance, placed.After(booked).Balance);
        var more = wanted with { CommissionId = "C-2", CollectedMinor = 6_001 };
        AssertRefused(
            CollectionRefusals.ExceedsOpen(6_000), CommissionBooking.Decide(placed.After(booked), more, Context("x")));
        AssertRefused(
            CollectionRefusals.IdTaken,
            CommissionBooking.Decide(placed.After(booked), wanted with { CollectedMinor = 1 }, Context("x")));
        AssertRefused(Refusals.ReasonMissing, CommissionBooking.Decide(placed, wanted, Context()));
        AssertRefused(
            CollectionRefusals.PlacementUnknown,
            CommissionBooking.Decide(Debtor, wanted, Context("statement 7")));
    }

    [Fact]
    public void What_cannot_be_placed_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, AgencyPlacing.Decide(Account.None, Wanted));
        AssertRefused(Refusals.IdInvalid, AgencyPlacing.Decide(Debtor, Wanted with { AgencyId = "" }));
        AssertRefused(
            CollectionRefusals.PercentInvalid, AgencyPlacing.Decide(Debtor, Wanted with { CommissionPercent = 101m }));
        AssertRefused(CollectionRefusals.NotOverdue, AgencyPlacing.Decide(Debtor, Wanted with { ItemIds = ["B"] }));
        AssertRefused(CollectionRefusals.ItemUnknown, AgencyPlacing.Decide(Debtor, Wanted with { ItemIds = ["X"] }));
        AssertRefused(
            CollectionRefusals.Blocked,
            AgencyPlacing.Decide(Debtor.After(Block(BlockKind.Insolvency, Day(3, 1))), Wanted));
        var disputed = Debtor.After(DisputeOpening.Decide(
            Debtor, new OpenDispute("D-1", "A", 1, "price", "anna", Day(2, 5), null), DisputePolicy.Default));
        AssertRefused(
            CollectionRefusals.ItemDisputed, AgencyPlacing.Decide(disputed, Wanted with { ItemIds = ["A"] }));
        var placed = Debtor.After(AgencyPlacing.Decide(Debtor, Wanted));
        AssertRefused(
            CollectionRefusals.ItemElsewhere,
            AgencyPlacing.Decide(placed, Wanted with { PlacementId = "G-2", ItemIds = ["A"] }));
        AssertRefused(
            CollectionRefusals.IdTaken, AgencyPlacing.Decide(placed, Wanted with { AgencyId = "other" }));
    }
}
