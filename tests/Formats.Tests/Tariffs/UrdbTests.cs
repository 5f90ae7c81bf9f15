using System.Text;
using System.Text.Json.Nodes;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb;
using BillingActors.Grains.Interfaces.Tariffs;

namespace Formats.Tests.Tariffs;

public sealed class UrdbTests
{
    private static readonly UrdbOptions Load = new() { WithGeneration = false, DemandWindowMinutes = 60 };

    [Theory]
    [InlineData(900)]
    [InlineData(30_000)]
    [InlineData(250_000)]
    public void A_year_of_load_is_rated_as_the_arrays_of_our_samples_say(long level)
    {
        var year = LoadYear.Made(level);
        foreach (var file in Samples())
        {
            var tariffs = Read(File.ReadAllText(file), Load);
            var rates = PlainUrdb.RatesIn(File.ReadAllText(file)).ToList();
            Assert.Equal(rates.Count, tariffs.Count);
            for (var i = 0; i < rates.Count; i++)
                Assert.Equal(new PlainUrdb(rates[i], year).Bills(), EngineBills.Of(tariffs[i].Document!, year));
        }
    }

    [Fact]
    public void What_is_fed_in_is_paid_at_the_sell_rates_of_its_hours()
    {
        var year = LoadYear.Made(4_000);
        var json = Sample("solar.json");
        var document = Assert.Single(Read(json, UrdbOptions.Default)).Document!;

        Assert.Equal(
            new PlainUrdb(JsonNode.Parse(json)!, year).Bills(withExport: true),
            EngineBills.Of(document, year, withExport: true));
    }

    [Fact]
    public void Under_net_metering_what_is_fed_in_lessens_what_is_billed()
    {
        var year = LoadYear.Made(20_000) with { FedIn = LoadYear.Made(2_000).FedIn };
        var net = year with { Taken = [.. year.Taken.Zip(year.FedIn, static (taken, fed) => taken - fed)] };
        var json = Sample("commercial-and-home.json");
        var document = Read(json, UrdbOptions.Default)[1].Document!;

        Assert.Equal(
            new PlainUrdb(PlainUrdb.RatesIn(json).Last(), net).Bills(),
            EngineBills.Of(document, year, withExport: true));
    }

    [Fact]
    public void A_month_of_the_home_sample_is_what_its_price_sheet_says()
    {
        // January, 31 days of 20 kWh: 7.25 × 31 × 0.245 + 12.75 × 31 × 0.312 + 12.40 = 55.06 + 123.32 + 12.40.
        var hours = Enumerable.Range(0, 8760).Select(hour => hour % 24 == 0 ? 20_000L - (23 * 833) : 833);
        var even = new LoadYear(60, [.. hours], [.. new long[8760]], [.. new long[8760]]);
        var document = Read(Sample("commercial-and-home.json"), Load)[1].Document!;

        Assert.Equal(5506 + 12332 + 1240, EngineBills.Of(document, even)[0]);
    }

    [Fact]
    public void One_rate_a_list_and_an_answer_with_items_say_the_same()
    {
        var rate = Sample("solar.json");
        var alone = Assert.Single(Read(rate, Load));

        Assert.Equal(Written(alone), Written(Assert.Single(Read($"[{rate}]", Load))));
        Assert.Equal(Written(alone), Written(Assert.Single(Read($$"""{"items":[{{rate}}]}""", Load))));
        Assert.Equal(Written(alone), Written(Assert.Single(Read("\uFEFF" + rate, Load))));
    }

    [Fact]
    public void Equal_months_are_one_season_and_equal_days_one_rule()
    {
        var version = Read(Sample("commercial-and-home.json"), Load)[0].Document!.Versions[0];
        var energy = version.Calendars!.Value.Single(calendar => calendar.Id == "energy");

        Assert.Equal("Winter Off-Peak", energy.Otherwise);
        Assert.Equal([("june", "06-01"), ("january", "10-01")], energy.Seasons!.Value.Select(s => (s.Name, s.From)));
        Assert.Equal(
            [
                "january weekday 16:00-21:00 Winter Peak",
                "june weekday -16:00 Summer Off-Peak",
                "june weekday 16:00-21:00 Summer Peak",
                "june weekday 21:00- Summer Off-Peak",
                "june weekend - Summer Off-Peak",
            ],
            energy.Rules.Select(rule => $"{rule.Season} {rule.Days!.Value[0]} {rule.From}-{rule.Until} {rule.Period}"));
    }

    [Fact]
    public void Texts_and_dates_of_the_rate_are_kept()
    {
        var version = Read(Sample("commercial-and-home.json"), Load)[0].Document!.Versions[0];

        Assert.Equal(["Adjustment is the state surcharge.", "Holidays: none"], version.Notes!.Value);
        Assert.Equal(new DateOnly(2025, 1, 1), version.ValidFrom);
        Assert.Equal(new DateOnly(1900, 1, 1),
            Read(Sample("solar.json"), Load with { KeepDates = false })[0].Document!.Versions[0].ValidFrom);
    }

    [Theory]
    [InlineData("\"Net Metering\"", "net-metering")]
    [InlineData("\"Buy All Sell All\"", null)]
    public void Rules_for_generation_without_sell_rates(string rules, string? code)
    {
        var document = Assert.Single(Read(Rate($""" "dgrules":{rules} """), UrdbOptions.Default)).Document!;

        Assert.Equal(
            code, document.Versions[0].Charges.Select(charge => charge.Code).Except(["energy"]).SingleOrDefault());
    }

    [Theory]
    [InlineData("\"demandratchetpercentage\":[0.8,0.8,0.8,0.8,0.8,0.8,0.8,0.8,0.8,0.8,0.8,0.8]", 80, 11)]
    [InlineData("\"demandratchetpercentage\":\"75\"", 75, 11)]
    [InlineData("\"lookbackpercent\":0.6,\"lookbackrange\":5", 60, 5)]
    public void A_ratchet_holds_for_the_demand_charges(string members, int percent, int months)
    {
        var json = Rate($$""" "flatdemandstructure":[[{"rate":3}]],{{members}} """);
        var charge = Charges(json).OfType<ChargeDocument.Demand>().Single();

        Assert.Equal(new RatchetDocument(months, percent), charge.Ratchet);
    }

    // As Georgia Power looks back: 95 % of the months of summer, 60 % of the others.
    [Theory]
    [InlineData("0.6,0.6,0.6,0.6,0.6,0.95,0.95,0.95,0.95,0.6,0.6,0.6")]
    [InlineData("60,60,60,60,60,95,95,95,95,60,60,60")]
    public void A_ratchet_with_a_percentage_for_each_month(string shares)
    {
        var json = Rate($$""" "flatdemandstructure":[[{"rate":3}]],"demandratchetpercentage":[{{shares}}] """);
        var ratchet = Charges(json).OfType<ChargeDocument.Demand>().Single().Ratchet!;

        Assert.Equal((0m, 11), (ratchet.Percent, ratchet.Months));
        Assert.Equal([60m, 60m, 60m, 60m, 60m, 95m, 95m, 95m, 95m, 60m, 60m, 60m], ratchet.Percents!.Value);
    }

    // REopt reads lookbackMonths so: the peaks of these months count, in the bills of all.
    [Fact]
    public void A_look_back_at_some_months_of_the_year()
    {
        const string Months = "false,false,false,false,false,true,true,true,true,false,false,false";
        var json = Rate($$"""
            "flatdemandstructure":[[{"rate":3}]],"lookbackpercent":0.8,"lookbackmonths":[{{Months}}]
            """);
        var ratchet = Charges(json).OfType<ChargeDocument.Demand>().Single().Ratchet!;

        Assert.Equal((0m, 11), (ratchet.Percent, ratchet.Months));
        Assert.Equal([0m, 0m, 0m, 0m, 0m, 80m, 80m, 80m, 80m, 0m, 0m, 0m], ratchet.Percents!.Value);
    }

    [Fact]
    public void Horsepower_becomes_kilowatts()
    {
        const string Members = """ "flatdemandunit":"hp","flatdemandstructure":[[{"max":100,"rate":2},{"rate":1}]] """;
        var charge = Charges(Rate(Members)).OfType<ChargeDocument.Demand>().Single();

        var tiers = Assert.IsType<PriceDocument.Tiers>(charge.Price);
        Assert.Equal("kW", charge.Unit);
        Assert.Equal([new TierDocument(2.6820441792m, 74.569987m), new TierDocument(1.3410220896m)], tiers.Steps);
    }

    [Fact]
    public void Blocks_per_kilowatt_refer_to_the_demand_of_the_month()
    {
        var charges = Charges("""
            {"energyratestructure":[[{"max":150,"rate":0.12,"unit":"kWh/kW"},{"rate":0.08,"unit":"kWh/kW"}]]}
            """);

        var measured = Assert.IsType<ChargeDocument.Demand>(charges[0]);
        var energy = Assert.IsType<ChargeDocument.Usage>(charges[1]);
        Assert.Equal(measured.Code, Assert.IsType<PriceDocument.HoursUse>(energy.Price).DemandCharge);
    }

    [Theory]
    [InlineData("""{"label":"x","eiaid":1}""", "energyratestructure", "no-rates")]
    [InlineData("""{"items":[]}""", "items", "no-rates")]
    [InlineData("""{"versions":[]}""", "", "not-urdb")]
    [InlineData("""{"items":[{]}""", "line 1", "json-malformed")]
    [InlineData(
        """{"energyRateStrux":[{"energyRateTiers":[{"rate":"x"}]}]}""", "energyRateStrux/0/0/rate", "number-invalid")]
    [InlineData(
        """{"energyratestructure":[[{"rate":1}],[{"rate":2}]]}""", "energyweekdayschedule", "schedule-missing")]
    [InlineData(
        """{"energyratestructure":[[{"rate":1}]],"energyweekdayschedule":[[0]],"energyweekendschedule":[[0]]}""",
        "energyweekdayschedule", "schedule-shape")]
    [InlineData(
        """{"energyratestructure":[[{"rate":1,"max":5,"unit":"kWh/hp"},{"rate":2}]]}""",
        "energyratestructure/0/0/unit", "unit-unknown")]
    [InlineData(
        """{"fixedchargefirstmeter":5,"fixedchargeunits":"$/week"}""", "fixedchargeunits", "unit-unknown")]
    [InlineData(
        """{"fixedchargefirstmeter":5,"startdate":1735718400,"enddate":1704096000}""", "enddate", "ends-before-start")]
    [InlineData("""{"fixedchargefirstmeter":5,"startdate":"soon"}""", "startdate", "date-invalid")]
    [InlineData(
        """{"fixedchargefirstmeter":5,"fueladjustmentsmonthly":[1],"energyratestructure":[[{"rate":1}]]}""",
        "fueladjustmentsmonthly", "months-not-twelve")]
    [InlineData("""{"flatdemandstructure":[[{"rate":1}]],"demandwindow":45}""", "demandwindow", "demand-window")]
    [InlineData(
        """{"flatdemandstructure":[[{"rate":1}]],"flatdemandunit":"BTU"}""", "flatdemandunit", "unit-unknown")]
    [InlineData(
        """{"flatdemandstructure":[[{"rate":1}]],"flatdemandmonths":[0,0,0,0,0,3,0,0,0,0,0,0]}""",
        "flatdemandmonths/5", "period-unknown")]
    [InlineData(
        """{"coincidentratestructure":[[{"rate":4}]],"fixedchargefirstmeter":5}""",
        "coincidentratestructure", "coincident-demand")]
    public void What_cannot_be_imported_is_refused_with_path_and_rule(string json, string path, string rule)
    {
        var problem = Read(json, UrdbOptions.Default)[0].Problems[0];

        Assert.Equal((path, rule), (problem.Path, problem.Rule));
        Assert.NotEmpty(problem.Detail);
    }

    [Fact]
    public void Our_own_tariffs_are_not_taken_for_rates()
    {
        Assert.True(UrdbTariffs.IsTariff(Encoding.UTF8.GetBytes(Sample("solar.json"))));
        foreach (var file in Directory
            .EnumerateFiles(Path.Combine(ReferenceData.Repository(), "samples/tariffs"), "*.json"))
            Assert.False(UrdbTariffs.IsTariff(File.ReadAllBytes(file)), file);
    }

    private static string Rate(string members) => $$"""{"energyratestructure":[[{"rate":0.1}]],{{members}}}""";

    private static IReadOnlyList<ChargeDocument> Charges(string json)
    {
        var tariff = Assert.Single(Read(json, UrdbOptions.Default));
        Assert.Empty(tariff.Problems);
        return tariff.Document!.Versions[0].Charges;
    }

    private static string Written(ImportedTariff tariff) => TariffJson.Write(tariff.Document!);

    private static IReadOnlyList<ImportedTariff> Read(string json, UrdbOptions options) =>
        UrdbTariffs.Read(Encoding.UTF8.GetBytes(json), options);

    private static IEnumerable<string> Samples() => Directory.EnumerateFiles(SampleFolder(), "*.json");

    private static string Sample(string name) => File.ReadAllText(Path.Combine(SampleFolder(), name));

    private static string SampleFolder() => Path.Combine(ReferenceData.Repository(), "samples/tariffs/urdb");
}
