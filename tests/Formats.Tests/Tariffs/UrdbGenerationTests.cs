using System.Text;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;

namespace Formats.Tests.Tariffs;

/// <summary>What a rate says of a year of hours, of generation, and of tiers in two units.</summary>
public sealed class UrdbGenerationTests
{
    private const string Home = """
        "name": "Home", "fixedchargefirstmeter": 5, "dgrules": "Net Billing Instantaneous",
        "energyratestructure": [[{ "rate": 0.2, "sell": 0.05 }]]
        """;

    private static readonly UrdbPriceYears TwoYears = new(2023, 2024, "UTC-07");

    [Theory]
    [InlineData(UrdbGenerationRule.AsPublished, "fixed energy feed-in:0.05")]
    [InlineData(UrdbGenerationRule.None, "fixed energy")]
    [InlineData(UrdbGenerationRule.EnergyBank, "fixed net-metering energy/net-metering")]
    [InlineData(UrdbGenerationRule.MoneyBank, "fixed net-metering!use-price energy/net-metering net-credits")]
    [InlineData(UrdbGenerationRule.FeedIn, "fixed energy feed-in:0.12")]
    public void What_is_fed_in_is_billed_as_the_options_say(UrdbGenerationRule rule, string charges) =>
        Assert.Equal(charges, Charges(Read(Home, new UrdbOptions { Generation = rule, FeedInPrice = 0.12m })));

    [Fact]
    public void Prices_of_a_year_are_written_out_for_the_years_asked_for()
    {
        var document = Read(RealTime(8784, hour => hour), new UrdbOptions { PriceYears = TwoYears });

        var series = Assert.Single(document.Versions[0].Series!.Value);
        Assert.Equal(("UTC-07", 60, 731), (series.Zone, series.Minutes, series.Days.Length));
        // 2023 has no leap day: the first of March follows the 28th of February, without the prices of the 29th.
        Assert.Equal([58 * 24, 60 * 24], series.Days[58..60].Select(static day => (int)day[0]));
        Assert.Equal([58 * 24, 59 * 24], series.Days[(365 + 58)..(365 + 60)].Select(static day => (int)day[0]));
        Assert.Equal("energy", Charges(document));
    }

    [Fact]
    public void A_leap_day_that_the_prices_do_not_have_is_left_open() =>
        Assert.Empty(Read(RealTime(8760, hour => hour), new UrdbOptions { PriceYears = TwoYears })
            .Versions[0].Series!.Value[0].Days[365 + 59]);

    [Fact]
    public void Prices_by_the_hour_are_a_credit_for_what_is_fed_in() => Assert.Equal(
        "energy feed-in:hourly net-credits",
        Charges(Read(
            RealTime(8760, static _ => 1),
            new UrdbOptions { Generation = UrdbGenerationRule.MoneyBank, PriceYears = TwoYears })));

    [Theory]
    [InlineData(8759, "year-incomplete")]
    [InlineData(8760, "prices-undated")]
    public void Prices_of_no_whole_year_or_of_none_are_refused(int count, string rule) => Assert.Equal(
        rule, Assert.Single(ReadAny(RealTime(count, static _ => 1), UrdbOptions.Default).Problems).Rule);

    [Fact]
    public void A_minimum_per_year_is_made_up_for_with_the_bill_that_ends_the_year()
    {
        var document = Read($$"""{{Home}}, "mincharge": 200, "minchargeunits": "$/year" """, UrdbOptions.Default);

        var minimum = Assert.Single(document.Versions[0].Charges.OfType<ChargeDocument.Minimum>());
        Assert.Equal(("year", 200m, true), (minimum.Per, minimum.Amount, minimum.TrueUp));
    }

    [Fact]
    public void Tiers_in_kWh_behind_one_in_kWh_per_kW_lie_inside_it()
    {
        const string Tiers = """
            "name": "Business", "energyratestructure": [[
              { "max": 200, "unit": "kWh/kW", "rate": 9 },
              { "max": 3000, "unit": "kWh", "rate": 0.13 }, { "unit": "kWh", "rate": 0.12 },
              { "max": 400, "unit": "kWh/kW", "rate": 0.02 }, { "unit": "kWh/kW", "rate": 0.01 }]]
            """;

        var usage = Read(Tiers, UrdbOptions.Default).Versions[0].Charges.OfType<ChargeDocument.Usage>().Single();

        var price = Assert.IsType<PriceDocument.HoursUse>(usage.Price);
        Assert.Equal(
            [(null, 200m, "0.13<3000 0.12<"), (0.02m, 400m, ""), (0.01m, null, "")],
            price.Steps.Select(static step => (step.Price, step.UpTo,
                string.Join(' ', (step.Steps ?? []).Select(static tier => $"{tier.Price}<{tier.UpTo}")))));
    }

    private static string RealTime(int count, Func<int, int> price) =>
        $"\"realtimepricing\": [{string.Join(',', Enumerable.Range(0, count).Select(price))}]";

    private static string Charges(TariffDocument document) => string.Join(' ', document.Versions[0].Charges.Select(
        static charge => charge switch
        {
            ChargeDocument.Usage { Direction: "export", Price: PriceDocument.Flat flat } => $"feed-in:{flat.Price}",
            ChargeDocument.Usage { Direction: "export" } => "feed-in:hourly",
            ChargeDocument.Usage { Netted: { } netted } => $"energy/{netted}",
            ChargeDocument.NetMetering { Excess: { } excess } => $"{charge.Code}!{excess}",
            _ => charge.Code,
        }));

    private static TariffDocument Read(string members, UrdbOptions options)
    {
        var read = ReadAny(members, options);
        Assert.Empty(read.Problems);
        Assert.Empty(TariffMapping.ToDomain(read.Document!).Problems);
        return read.Document!;
    }

    private static ImportedTariff ReadAny(string members, UrdbOptions options) =>
        Assert.Single(UrdbTariffs.Read(Encoding.UTF8.GetBytes($$"""{ {{members}} }"""), options));
}
