using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

/// <summary>What laws, utilities and other programs charge those who pay late, as policy data of ours.</summary>
public sealed class PublishedChargesTests
{
    /// <summary>
    /// 40, 70 or 100 by the size of the debt: Late Payment of Commercial Debts (Interest) Act 1998, section 5A, in the
    /// United Kingdom.
    /// </summary>
    private static readonly ImmutableArray<FeeStep> British =
        [new(0, 4_000), new(100_000, 7_000), new(1_000_000, 10_000)];

    /// <summary>
    /// Fees by level and amount of the letter, fixed or in percent, of SAP's four-level procedure. Source:
    /// help.sap.com, saphelp_globext607_10, "Charges and Interest".
    /// </summary>
    private static readonly ImmutableArray<DunningLevel> Sap =
    [
        .. Enumerable.Range(1, 4).Select(level => new DunningLevel($"level-{level}", 14, 10)
        {
            FeeSteps = [new(10_000, 100 + (100 * level)), new(100_000, 0, 0.2m + (0.1m * level))],
        }),
    ];

    /// <summary>
    /// Costs of collection in the Netherlands: 15 % of the first 2,500, 10 % of the next 2,500, 5 % of the next 5,000,
    /// 1 % of the next 190,000, 0.5 % of the rest; at least 40 and at most 6,775. A slice becomes a step by the fixed
    /// part that joins it to the slice before: 375 + 10 % of what is above 2,500 is 125 + 10 %.
    /// </summary>
    private static readonly DunningLevel Dutch = new("incasso", 14, 10, FeeMinorMax: 677_500)
    {
        FeeSteps =
        [
            new(0, 4_000), new(26_667, 0, 15m), new(250_000, 12_500, 10m), new(500_000, 37_500, 5m),
            new(1_000_000, 77_500, 1m), new(20_000_000, 177_500, 0.5m),
        ],
    };

    /// <summary>
    /// Interest and lump sum of the first charge. Sources: freelancetoolkituk.co.uk/late-payment-interest-calculator
    /// (the first two), freelancertoolkit.co.uk/tools/late-payment-calculator, and the limits of
    /// late-payment-law.co.uk/compensation.html.
    /// </summary>
    [Theory]
    [InlineData(50_000, 1250, 14, 240, 4_000)]
    [InlineData(500_000, 1250, 45, 7_705, 7_000)]
    [InlineData(150_000, 1175, 30, 1_449, 7_000)]
    [InlineData(99_999, 1200, 30, 986, 4_000)]
    [InlineData(100_000, 1200, 30, 986, 7_000)]
    [InlineData(999_999, 1200, 30, 9_863, 7_000)]
    [InlineData(1_000_000, 1200, 30, 9_863, 10_000)]
    public void A_British_business_owes_interest_and_a_sum_by_the_size_of_its_debt(
        long minor, int basisPoints, int days, long interest, long lumpSum) =>
        AssertCharged(Interest with { LumpSums = British }, (minor, basisPoints, days), (interest, lumpSum));

    /// <summary>
    /// Directive 2011/7/EU: eight points above the reference rate and 40. Source: fiscavo.com/blog/late-payment-
    /// interest-eu-uk. In Germany nine points above the base rate (section 288 BGB), 10.62 % early in 2023 by
    /// steadynews.de, and 40 as well.
    /// </summary>
    [Theory]
    [InlineData(450_000, 1100, 30, 4_068)]
    [InlineData(1_000_000, 1062, 30, 8_729)]
    public void A_European_business_owes_interest_and_forty_for_each_debt(
        long minor, int basisPoints, int days, long interest) =>
        AssertCharged(Interest with { LumpSumMinor = 4_000 }, (minor, basisPoints, days), (interest, 4_000));

    [Fact]
    public void A_debt_of_which_a_part_was_paid_late_has_the_lump_sum_of_all_that_was_late()
    {
        var policy = Policy with { Interest = Interest with { LumpSums = British } };
        var paid = Owing(("A", 100_000, Day(2, 1))).Less("A", 60_000, Day(2, 5));

        var fee = Assert.Single(InterestCharging.Decide(paid, policy, Day(2, 11)).Of<AccountEvent.FeeCharged>());

        Assert.Equal(7_000, fee.AmountMinor);
    }

    [Fact]
    public void Below_the_first_step_there_is_no_lump_sum_and_another_charge_has_none_either()
    {
        var policy = Policy with { Interest = Interest with { LumpSums = [new(100_001, 7_000)] } };
        var account = Owing(("A", 100_000, Day(2, 1)));

        var charged = InterestCharging.Decide(account, policy, Day(2, 11));

        Assert.IsType<AccountEvent.InterestCharged>(Assert.Single(charged.Events));
        Assert.IsType<AccountEvent.InterestCharged>(
            Assert.Single(InterestCharging.Decide(account.After(charged), policy, Day(2, 21)).Events));
    }

    /// <summary>
    /// 100.00 that is 15 days late at 10 % a year, and a notice for 10.00: 110.41. Source: test_dunning.py of
    /// frappe/erpnext, "Second Notice".
    /// </summary>
    [Fact]
    public void A_notice_with_fee_and_interest_comes_to_what_ERPNext_makes_of_it()
    {
        var policy = Policy with
        {
            Interest = Interest with { Rates = [new(Day(1, 1), 10m)] },
            Levels = [new("second-notice", 0, 10, FeeMinor: 1_000)],
        };
        var account = Owing(("A", 10_000, Day(2, 1)));
        var interest = InterestCharging.Decide(account, policy, Day(2, 16));

        var notice = DunningRun.Decide(account.After(interest), policy, Day(2, 16));

        Assert.Equal(41, Assert.Single(interest.Of<AccountEvent.InterestCharged>()).TotalMinor);
        Assert.Equal(1_000, Assert.Single(notice.Of<AccountEvent.FeeCharged>()).AmountMinor);
        Assert.Equal(11_041, account.After(interest).After(notice).Balance.Minor);
    }

    [Theory]
    [InlineData(1, 9_999, 0)]
    [InlineData(1, 10_000, 200)]
    [InlineData(1, 99_999, 200)]
    [InlineData(1, 100_000, 300)]
    [InlineData(1, 500_000, 1_500)]
    [InlineData(2, 10_000, 300)]
    [InlineData(2, 100_000, 400)]
    [InlineData(3, 10_000, 400)]
    [InlineData(3, 500_000, 2_500)]
    [InlineData(4, 10_000, 500)]
    [InlineData(4, 100_000, 600)]
    public void Fees_that_SAP_staggers_by_level_and_amount_come_out(int level, long asked, long fee) =>
        Assert.Equal(fee, Sap[level - 1].FeeOf(Eur(asked)));

    /// <summary>
    /// Sources: nova-incasso.nl/kennisbank/wet-incassokosten-wik (4,000), bosveld.nl/en/wik-calculator (the sums of the
    /// slices), alektumgroup.nl/bereken-de-incassokosten (least and most).
    /// </summary>
    [Theory]
    [InlineData(10_000, 4_000)]
    [InlineData(250_000, 37_500)]
    [InlineData(400_000, 52_500)]
    [InlineData(500_000, 62_500)]
    [InlineData(1_000_000, 87_500)]
    [InlineData(20_000_000, 277_500)]
    [InlineData(100_000_000, 677_500)]
    [InlineData(200_000_000, 677_500)]
    public void Dutch_costs_of_collection_come_out(long asked, long costs) =>
        Assert.Equal(costs, Dutch.FeeOf(Eur(asked)));

    /// <summary>
    /// A utility in New York takes one and a half percent a month of what is unpaid (16 NYCRR 11.15), one in Australia
    /// 12.00 (energyaustralia.com.au, late fees), a carrier the greater of 1.5 % and 5.00 (Verizon).
    /// </summary>
    [Fact]
    public void Late_fees_of_utilities_come_out()
    {
        var newYork = new DunningLevel("late", 0, 20, FeePercent: 1.5m);
        var australian = new DunningLevel("late", 0, 14, FeeMinor: 1_200);
        var greater = new DunningLevel("late", 0, 14) { FeeSteps = [new(0, 500), new(33_334, 0, 1.5m)] };

        Assert.Equal((150L, 337L), (newYork.FeeOf(Eur(10_000)), newYork.FeeOf(Eur(22_466))));
        Assert.Equal(1_200, australian.FeeOf(Eur(31_415)));
        Assert.Equal((500L, 600L), (greater.FeeOf(Eur(10_000)), greater.FeeOf(Eur(40_000))));
    }

    private static void AssertCharged(
        InterestRule rule, (long Minor, int BasisPoints, int Days) late, (long Interest, long LumpSum) expected)
    {
        var policy = Policy with { Interest = rule with { Rates = [new(Day(1, 1), late.BasisPoints / 100m)] } };
        var account = Owing(("A", late.Minor, Day(2, 1)));

        var charged = InterestCharging.Decide(account, policy, Day(2, 1).PlusDays(late.Days));

        Assert.Equal(expected, (
            Assert.Single(charged.Of<AccountEvent.InterestCharged>()).TotalMinor,
            Assert.Single(charged.Of<AccountEvent.FeeCharged>()).AmountMinor));
    }
}
