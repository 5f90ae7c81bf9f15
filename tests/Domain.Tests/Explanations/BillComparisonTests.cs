using BillingActors.Domain.Explanations;
using BillingActors.Domain.Rating;
using static BillingActors.Domain.Explanations.BillEffect;
using static BillingActors.Domain.Tests.Explanations.SampleBill;

namespace BillingActors.Domain.Tests.Explanations;

public sealed class BillComparisonTests
{
    [Fact]
    public void Days_come_first_then_use_at_the_old_price_then_the_price_of_the_new_use()
    {
        // 310 kWh in 31 days are 280 in 28; 300 were used. 30 fewer and 20 more at 0.20, then 300 at 0.05 more.
        var explained = BillComparison.Explain(
            Of(January, Energy(January, 310m, 0.20m)), Of(February, Energy(February, 300m, 0.25m)));

        Expect(explained, (Days, -600), (Use, 400), (Price, 1500));
        Assert.Equal(1300, explained.Difference.Minor);
    }

    [Fact]
    public void As_much_of_a_change_in_use_is_estimated_as_the_readings_were()
    {
        // 100 kWh more over 300 + 400, of which 400 are estimated: four sevenths of 20.00.
        var explained = BillComparison.Explain(
            Of(January, Energy(January, 300m, 0.20m)), Of(January, Energy(January, 400m, 0.20m, estimated: 1m)));

        Expect(explained, (Estimates, 1143), (Use, 857));
    }

    [Fact]
    public void A_price_per_day_follows_the_days_and_its_price()
    {
        var explained = BillComparison.Explain(
            Of(January, Supply(January, 1.00m)), Of(February, Supply(February, 1.10m)));

        Expect(explained, (Days, -300), (Price, 280));
    }

    [Fact]
    public void Tax_is_a_cause_of_its_own_and_has_a_line()
    {
        var explained = BillComparison.Explain(
            Of(January, Energy(January, 100m, 0.20m)).Taxed(), Of(January, Energy(January, 200m, 0.20m)).Taxed());

        Expect(explained, (Use, 2000), (BillEffect.Tax, 400));
        Assert.Equal(
            "VAT 20 %: 20 % of 40 EUR instead of 20 % of 20 EUR, 4.00 EUR more.", explained.Lines[^1].Sentence);
    }

    [Fact]
    public void What_gives_money_back_is_a_credit_whatever_it_counts()
    {
        var export = ("export", "Solar", "kWh");
        var source = new LineSource("intervals", "B1", "");
        var explained = BillComparison.Explain(
            Of(January, Line(January, export, (100m, -0.05m), source)),
            Of(January, Line(January, export, (300m, -0.06m), source)));

        Expect(explained, (BillEffect.Credits, -1300));
        Assert.Contains("Larger credits take off 13.00 EUR.", explained.Sentences);
    }

    [Fact]
    public void A_charge_of_one_bill_alone_is_a_charge_that_is_new_or_ended()
    {
        var visit = Line(January, ("CH-1", "Visit", "item"), (1m, 50m), new LineSource("charge", "CH-1", "")) with
        {
            ContractId = "",
            TariffVersion = "",
        };
        var with = Of(January, Supply(January, 1m), visit);
        var without = Of(January, Supply(January, 1m));

        Expect(BillComparison.Explain(without, with), (Charges, 5000));
        Expect(BillComparison.Explain(with, without), (Charges, -5000));
    }

    [Fact]
    public void A_metered_charge_without_a_line_had_no_use_where_its_tariff_is_the_same()
    {
        var explained = BillComparison.Explain(
            Of(January, Supply(January, 1m)), Of(January, Supply(January, 1m), Energy(January, 100m, 0.20m)));

        Expect(explained, (Use, 2000));
    }

    [Fact]
    public void Tiers_are_compared_one_by_one_so_that_more_use_costs_what_its_tier_costs()
    {
        var (first, second) = (Energy(January, 100m, 0.10m) with { Tier = "1" }, Energy(January, 50m, 0.30m));
        var explained = BillComparison.Explain(
            Of(January, first), Of(January, first, second with { Tier = "2" }));

        Expect(explained, (Use, 1500));
    }

    [Fact]
    public void A_contract_on_another_tariff_is_compared_by_unit()
    {
        // The same 300 kWh: 0.20 in one charge before, 0.15 and 0.10 of network now.
        var energy = Energy(January, 300m, 0.15m) with { Code = "work", TariffVersion = "other@1" };
        var network = Energy(January, 300m, 0.10m) with { Code = "network", TariffVersion = "other@1" };
        var explained = BillComparison.Explain(Of(January, Energy(January, 300m, 0.20m)), Of(January, energy, network));

        Expect(explained, (Price, 1500));
    }

    [Fact]
    public void A_price_built_anew_in_another_version_is_compared_as_a_whole()
    {
        var peak = Energy(January, 100m, 0.30m) with { TimeOfUse = "peak", TariffVersion = "home@2" };
        var rest = Energy(January, 200m, 0.15m) with { TimeOfUse = "off-peak", TariffVersion = "home@2" };
        var explained = BillComparison.Explain(Of(January, Energy(January, 300m, 0.25m)), Of(January, peak, rest));

        Expect(explained, (Price, -1500));
        Assert.Equal("Energy: 300 kWh at 0.2 EUR instead of 300 kWh at 0.25 EUR, 15.00 EUR less.",
            Assert.Single(explained.Lines).Sentence);
    }

    [Fact]
    public void A_percentage_follows_what_it_is_taken_of_and_its_rate_is_a_price()
    {
        // 10 % of 20.00, then 11 % of 30.00: 1.00 follows the use, 0.30 is the rate.
        var explained = BillComparison.Explain(
            Of(January, Energy(January, 100m, 0.20m), Surcharge(20m, 0.10m)),
            Of(January, Energy(January, 150m, 0.20m), Surcharge(30m, 0.11m)));

        Expect(explained, (Use, 1100), (Price, 30));
    }

    [Fact]
    public void Seats_of_a_part_of_a_month_change_by_days_and_by_seats()
    {
        // 5 seats for half a month, then 7 for a whole one, at 10.00: 25.00 more for the days, 20.00 for the seats.
        var half = new LineSource("subscription", "5 seat, 14/28", "") { PeriodShare = 0.5m };
        var explained = BillComparison.Explain(
            Of(February, Line(February, ("seats", "Seats", "seat"), (2.5m, 10m), half)),
            Of(February, Line(
                February, ("seats", "Seats", "seat"), (7m, 10m), new LineSource("subscription", "", ""))));

        Expect(explained, (Days, 2500), (Use, 2000));
    }

    [Fact]
    public void The_sentences_say_the_totals_and_then_the_largest_cause_first()
    {
        var explained = BillComparison.Explain(
            Of(January, Energy(January, 310m, 0.20m)), Of(February, Energy(February, 300m, 0.25m, estimated: 0.5m)));

        Assert.Equal(
            [
                "The bill for 2025-02-01 to 2025-02-28 comes to 75.00 EUR, 13.00 EUR more than the bill for"
                    + " 2025-01-01 to 2025-01-31 of 62.00 EUR.",
                "Higher prices add 15.00 EUR.",
                "A shorter time billed takes off 6.00 EUR.",
                "Higher use adds 3.02 EUR.",
                "Estimated readings add 0.98 EUR.",
            ],
            explained.Sentences);
        Assert.Equal(
            "Energy: 300 kWh (50 % estimated) at 0.25 EUR instead of 310 kWh at 0.2 EUR, 13.00 EUR more.",
            explained.Lines[0].Sentence);
    }

    private static RatedLine Surcharge(decimal of, decimal share) => Line(
        January, ("surcharge", "Surcharge", "EUR"), (of, share), new LineSource("charge", "all before", ""));

    private static void Expect(BillExplanation explained, params (BillEffect Effect, long Minor)[] causes) =>
        Assert.Equal(
            causes.ToDictionary(cause => cause.Effect, cause => cause.Minor),
            explained.Causes().ToDictionary());
}
