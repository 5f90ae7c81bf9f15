using System.Text;
using BillingActors.Formats.OpenTariffs;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace Formats.Tests.Tariffs;

public sealed class OpenTariffTests
{
    private const string Seasons = """
        "seasons":[{"id":"s","name":"Summer","from":11,"to":2},{"id":"w","name":"Winter","from":3,"to":10}]
        """;

    [Fact]
    public void A_band_with_seasonal_rates_is_a_period_of_each_season()
    {
        var version = Version($$$"""
            "kind":"tou",{{{Seasons}}},"import":{
              "bands":[
                {"id":"peak","name":"Peak","rate":0.3,"seasonRates":{"s":0.4}},
                {"id":"off","name":"Off","rate":0.1}],
              "schedule":[
                {"days":"all","from":"07:00","to":"22:00","band":"peak"},
                {"days":"all","from":"22:00","to":"07:00","band":"off"}]}
            """);

        var price = Assert.IsType<PriceDocument.TimeOfUse>(
            Assert.IsType<ChargeDocument.Usage>(version.Charges[0]).Price);
        Assert.Equal(
            [("peak", 0.3m), ("off", 0.1m), ("peak-s", 0.4m)],
            price.Prices.Select(entry => (entry.Period, Assert.IsType<PriceDocument.Flat>(entry.Price).Price)));
        Assert.Equal(
            ["12-01", "04-01"],
                version.Calendars!.Value[0].Seasons!.Value.Select(season => season.From).OrderDescending());
    }

    [Fact]
    public void Export_supply_and_demand_are_charges()
    {
        var version = Version("""
            "kind":"flat","supply":{"daily":1.1},"import":{"flatRate":0.25},"export":{"flatRate":0.05},
            "demand":[{"rate":9,"window":{"days":["mon","fri"],"from":"15:00","to":"21:00","band":"x"}}]
            """);

        Assert.Equal(["supply", "demand-1", "energy", "feed-in"], version.Charges.Select(charge => charge.Code));
        Assert.Equal(
            [new CalendarRuleDocument("window", "15:00", "21:00", null, version.Calendars!.Value[0].Rules[0].Days)],
            version.Calendars!.Value[0].Rules);
        Assert.Equal(["monday", "friday"], version.Calendars!.Value[0].Rules[0].Days!.Value);
    }

    [Theory]
    [InlineData(""" "kind":"flat","import":{"flatRate":0.2},"rebate":1 """, "tariff/rebate", "member-unknown")]
    [InlineData(""" "kind":"flat","import":{} """, "tariff/import/flatRate", "no-rates")]
    [InlineData(""" "kind":"flat" """, "tariff/import", "required")]
    [InlineData(
        """ "kind":"flat","import":{"flatRate":0.2},"controlledLoad":[{"id":"c","name":"C","rate":0.1}] """,
        "tariff/controlledLoad", "controlled-load")]
    [InlineData(
        """ "kind":"flat","validFrom":"1/2/2025","import":{"flatRate":0.2} """, "tariff/validFrom", "date-invalid")]
    public void What_cannot_be_imported_is_refused_with_path_and_rule(string tariff, string path, string rule)
    {
        var problem = Read(tariff).Problems[0];

        Assert.Equal((path, rule), (problem.Path, problem.Rule));
    }

    [Theory]
    [InlineData("weekday", "00:00", "a", "", "hours-missing")]
    [InlineData("all", "00:00", "b", "/0/band", "period-unknown")]
    [InlineData("all", "7h", "a", "/0/from", "time-invalid")]
    [InlineData("sometimes", "00:00", "a", "/0/days", "word-unknown")]
    public void Hours_that_cannot_be_read_are_refused(string days, string from, string band, string path, string rule)
    {
        var problem = Read($$"""
            "kind":"tou","import":{"bands":[{"id":"a","name":"A","rate":1}],
            "schedule":[{"days":"{{days}}","from":"{{from}}","to":"24:00","band":"{{band}}"}]}
            """).Problems[0];

        Assert.Equal(($"tariff/import/schedule{path}", rule), (problem.Path, problem.Rule));
    }

    private static TariffVersionDocument Version(string tariff)
    {
        var read = Read(tariff);
        Assert.Empty(read.Problems);
        return read.Document!.Versions[0];
    }

    private static ImportedTariff Read(string tariff)
    {
        var bytes = Encoding.UTF8.GetBytes($$$"""
            {"meta":{"id":"us-x","schemaVersion":"1","country":"US","provider":"P","plan":"Q","currency":"USD"},
             "tariff":{{{{tariff}}}}}
            """);
        Assert.True(OpenTariffFile.IsTariff(bytes));
        return Assert.Single(OpenTariffFile.Read(bytes));
    }
}
