using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Ledger;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class InterestChargingTests
{
    private static readonly DunningPolicy Charging = Policy with { Interest = Interest };

    [Theory]
    [InlineData(365, 250)] // 1,000.00 x 9.125 % x 10 / 365
    [InlineData(360, 253)] // 1,000.00 x 9.125 % x 10 / 360 = 2.5347
    public void Interest_runs_from_the_day_after_due_by_the_day_count_of_the_contract(int basis, long expected)
    {
        var policy = Policy with
        {
            Interest = Interest with { Rates = [new(Day(1, 1), 9.125m)], DayBasis = basis },
        };
        var account = Owing(("A", 100_000, Day(2, 1)));

        var charged = AssertOnce<AccountEvent.InterestCharged>(
            account, a => InterestCharging.Decide(a, policy, Day(2, 11)));

        Assert.Equal(expected, charged.TotalMinor);
        Assert.Equal(
            [new Posting("receivables", Eur(expected)), new Posting("interest", Eur(-expected))],
            PostingRules.EntryOf(charged, Euro)!.Postings);
        Assert.Equal(ItemKind.Interest, account.After(charged).Item(charged.ItemId)!.Kind);
        Assert.Empty(InterestCharging.Decide(account, policy, Day(2, 1)).Events);
    }

    /// <summary>
    /// Examples that firms publish of interest on late commercial payments in the United Kingdom, 8 % above the base
    /// rate. Two of them round too early: a day to 1.68 first makes 169.68 of the third, the share of the year to
    /// 0.1233 makes 32.66 of the fourth. Here a charge is rounded once.
    /// Sources: danielssilverman.co.uk/interest.php, garfield.law/tools/late-payment-interest-calculator,
    /// support.paidnice.com/en/articles/11600906, toolfy.io/blog/statutory-interest-calculator-late-payment-uk.
    /// </summary>
    [Theory]
    [InlineData(100_000, 1200, 30, 986)]
    [InlineData(500_000, 1200, 90, 14_795)]
    [InlineData(500_000, 1225, 101, 16_949)]
    [InlineData(200_000, 1325, 45, 3_267)]
    [InlineData(100_000, 512, 25, 351)] // Of a German consumer, 5 % above the base rate: anleiter.de, Verzugszinsen.
    public void Published_examples_come_out_and_are_rounded_once(long minor, int basisPoints, int days, long expected)
    {
        var policy = Policy with { Interest = Interest with { Rates = [new(Day(1, 1), basisPoints / 100m)] } };
        var account = Owing(("A", minor, Day(2, 1)));

        var charged = InterestCharging.Decide(account, policy, Day(2, 1).PlusDays(days));

        Assert.Equal(expected, charged.Of<AccountEvent.InterestCharged>()[0].TotalMinor);
    }

    [Fact]
    public void What_is_paid_bears_interest_to_the_day_of_payment()
    {
        // 73,000 for 10 days at 9 % = 180; then 36,500 for 10 days = 90.
        var account = Owing(("A", 73_000, Day(2, 1))).Less("A", 36_500, Day(2, 11));

        Assert.Equal(270, Total(account, Day(2, 21)));
        Assert.Equal(180, Total(account.Less("A", 36_500, Day(2, 11)), Day(3, 31)));
    }

    [Fact]
    public void The_disputed_part_bears_none_while_it_is_disputed()
    {
        var account = Owing(("A", 73_000, Day(2, 1)));
        account = account.After(DisputeOpening.Decide(
            account, new OpenDispute("D-1", "A", 36_500, "price", "anna", Day(2, 11), null), DisputePolicy.Default));
        Assert.Equal(270, Total(account, Day(2, 21)));

        account = account.After(DisputeWithdrawal.Decide(account, "D-1", Day(2, 21), DisputePolicy.Default));
        Assert.Equal(270 + 180, Total(account, Day(3, 3)));
    }

    [Fact]
    public void Rates_hold_from_their_first_day()
    {
        var policy = Charging with
        {
            Interest = Interest with { Rates = [new(Day(1, 1), 9m), new(Day(2, 6), 18m)] },
        };

        // Four days at 9 % (2 to 5 February) and six at 18 %: 73,000 x (4 x 9 + 6 x 18) / 36,500.
        var charged = InterestCharging.Decide(Owing(("A", 73_000, Day(2, 1))), policy, Day(2, 11));

        Assert.Equal(288, charged.Of<AccountEvent.InterestCharged>()[0].TotalMinor);
    }

    [Fact]
    public void A_payment_booked_back_takes_back_what_was_charged_too_much()
    {
        var account = Owing(("A", 73_000, Day(2, 1)), ("B", 73_000, Day(2, 1)));
        account = account.After(InterestCharging.Decide(account, Charging, Day(2, 21)));

        var paid = account.Less("A", 73_000, Day(2, 11));

        // B for another 20 days, less the 10 days of A that were paid.
        Assert.Equal(360 - 180, Total(paid, Day(3, 13)));
    }

    [Fact]
    public void Interest_and_fees_bear_no_interest()
    {
        var account = Owing(("A", 73_000, Day(2, 1)));
        account = account.After(InterestCharging.Decide(account, Charging, Day(2, 21)));

        Assert.Equal(73_000 * 9 * 40 / 36_500, Total(account, Day(4, 2)));
    }

    [Fact]
    public void Less_than_the_minimum_waits_and_a_block_stops_it()
    {
        var minimum = Charging with { Interest = Interest with { MinimumMinor = 181 } };
        var account = Owing(("A", 73_000, Day(2, 1)));

        Assert.Empty(InterestCharging.Decide(account, minimum, Day(2, 11)).Events);
        Assert.Single(InterestCharging.Decide(account, minimum, Day(2, 12)).Events);
        var insolvent = account.After(Block(BlockKind.Insolvency, Day(2, 1)));
        Assert.Empty(InterestCharging.Decide(insolvent, Charging, Day(2, 11)).Events);
        AssertRefused(Refusals.AccountUnknown, InterestCharging.Decide(Account.None, Charging, Day(2, 11)));
    }

    [Fact]
    public void The_lump_sum_is_charged_once_for_each_item()
    {
        var policy = Charging with { Interest = Interest with { LumpSumMinor = 4_000 } };
        var account = Owing(("A", 73_000, Day(2, 1)));
        var first = InterestCharging.Decide(account, policy, Day(2, 11));

        var second = InterestCharging.Decide(account.After(first), policy, Day(2, 21));

        Assert.Equal(4_000, Assert.Single(first.Of<AccountEvent.FeeCharged>()).AmountMinor);
        Assert.Empty(second.Of<AccountEvent.FeeCharged>());
    }

    [Fact]
    public void Where_a_parent_pays_interest_is_in_transit_and_counts_its_days_and_lump_sums_once()
    {
        var policy = Charging with { Interest = Interest with { LumpSumMinor = 4_000 } };
        var child = Owing(("A", 73_000, Day(2, 1))).After(new AccountEvent.ParentJoined("A-0", Day(2, 2)));

        var first = InterestCharging.Decide(child, policy, Day(2, 11));

        var charged = Assert.Single(first.Of<AccountEvent.InterestCharged>());
        Assert.Equal(("A-0", 180L), (charged.ParentId, charged.TotalMinor));
        Assert.Equal("A-0", Assert.Single(first.Of<AccountEvent.FeeCharged>()).ParentId);
        Assert.Equal(
            [new Posting("bills-in-transit", Eur(180)), new Posting("interest", Eur(-180))],
            PostingRules.EntryOf(charged, Euro)!.Postings);
        var after = child.After(first);
        Assert.Equal(child.OpenItems.AsEnumerable(), after.OpenItems.AsEnumerable());
        Assert.Empty(InterestCharging.Decide(after, policy, Day(2, 11)).Events);
        var second = InterestCharging.Decide(after, policy, Day(2, 21));
        Assert.Equal(180, Assert.IsType<AccountEvent.InterestCharged>(Assert.Single(second.Events)).TotalMinor);
    }

    [Fact]
    public void Charging_often_and_charging_once_differ_by_less_than_a_unit_a_charge() =>
        Gen.Select(Gen.Long[1, 500_000], Gen.Int[1, 40].Array[1, 8]).Sample((minor, steps) =>
        {
            var start = Owing(("A", minor, Day(2, 1)));
            var (often, day) = (start, Day(2, 1));
            foreach (var step in steps)
            {
                day = day.PlusDays(step);
                often = often.After(InterestCharging.Decide(often, Charging, day).Events.AsSpan());
            }
            var once = start.After(InterestCharging.Decide(start, Charging, day).Events.AsSpan());
            var apart = Math.Abs(often.Balance.Minor - once.Balance.Minor);
            Assert.True(apart <= steps.Length, $"{apart} apart after {steps.Length} charges");
        });

    private static long Total(Account account, NodaTime.LocalDate on) =>
        InterestCharging.Decide(account, Charging, on).Of<AccountEvent.InterestCharged>()
            .Sum(charged => charged.TotalMinor);
}
