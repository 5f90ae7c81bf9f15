using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.Serialization;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Tests.Mapping;

public sealed class TariffMappingTests
{
    private const string Minimal = """
        {"id":"t","name":"T","currency":"EUR","versions":[{"number":1,"validFrom":"2025-01-01","charges":[CHARGE]}]}
        """;

    public static TheoryData<string> Samples =>
    [
        .. Directory.EnumerateFiles(SamplesFolder(), "*.json")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>(),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_may_be_used_and_is_written_as_it_was_read(string name)
    {
        var document = Sample(name);

        var mapped = TariffMapping.ToDomain(document);

        Assert.Empty(mapped.Problems);
        Assert.Equal(name, mapped.Tariff!.Id);
        Assert.Equal(TariffJson.Write(document), TariffJson.Write(TariffJson.Read(TariffJson.Write(document))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_travels_between_grains_unchanged(string name)
    {
        using var provider = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = provider.GetRequiredService<Serializer>();

        var travelled = serializer.Deserialize<TariffDocument>(serializer.SerializeToArray(Sample(name)));

        Assert.Equal(TariffJson.Write(Sample(name)), TariffJson.Write(travelled!));
    }

    [Fact]
    public void A_sample_rates_as_its_prices_say()
    {
        // 400 kWh from 1 to 31 January 2025 at version 2: 10.50 + 400 × 0.3012 = 120.48.
        var tariff = TariffMapping.ToDomain(Sample("home-flat")).Tariff!;
        var register = new Register("11", "kWh", Direction.Import, 5, 1m);
        var point = new ServicePoint("SP1", "LE1", [new Meter("M1", new LocalDate(2020, 1, 1), null, [register], [])]);
        var january = new Period(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));
        var result = ContractRating.Rate(new RatingRequest(
            "C1", tariff, january, january,
            new ContractUsage(point, [], [Read(january.From, 0), Read(january.Until, 400)]),
            [], 5, Currency.Of("EUR"), DateTimeZone.Utc));

        Assert.Empty(result.Holds);
        Assert.Equal([1050L, 12048L], result.Lines.Select(line => line.Amount.Minor));
    }

    [Theory]
    [InlineData("fixed", """ "per":"week","price":"1" """, "per", "unknown-word")]
    [InlineData("net-metering", """ "bank":"barter" """, "bank", "unknown-word")]
    [InlineData("net-metering", """ "bank":"energy","of":["x"] """, "of", "other-bank")]
    [InlineData("net-metering", """ "bank":"money","surplus":"spend" """, "surplus", "unknown-word")]
    [InlineData("fixed", """ "per":"day","price":"1","months":[13] """, "months", "out-of-range")]
    [InlineData("fixed", """ "per":"day","price":"1","times":{"unit":"lamp","option":"lamps"} """, "times/option",
        "unknown-setting")]
    [InlineData("fixed", """ "per":"day","price":"1","times":{"unit":"lamp"} """, "times", "number-or-option")]
    [InlineData("calls", """ "event":"call","unit":"fortnight","rates":[] """, "unit", "unknown-unit")]
    [InlineData("calls", """ "event":"call","unit":"minute","rates":[{"prefix":"49"}] """,
        "rates/0/price", "required")]
    [InlineData("calls", """ "event":"call","unit":"minute","rates":[{"price":"1"}] """,
        "rates/0/destination", "required")]
    [InlineData("calls", """ "event":"call","unit":"minute","rates":[{"prefix":"4x","price":"1"}] """,
        "destinations/0/prefixes/0", "prefix-digits")]
    [InlineData("calls", """
        "event":"call","unit":"minute","rates":[{"prefix":"49","price":"1","beyondMost":"hang-up"}]
        """, "rates/0/beyondMost", "unknown-word")]
    [InlineData("calls", """
        "event":"call","unit":"minute","rates":[{"prefix":"49","price":"1","durationRounding":"half"}]
        """, "rates/0/durationRounding", "unknown-word")]
    [InlineData("calls", """
        "event":"call","unit":"minute",
        "rates":[{"prefix":"49","steps":[{"from":0,"price":"1","increment":60,"durationRounding":"half"}]}]
        """, "rates/0/steps/0/durationRounding", "unknown-word")]
    [InlineData("calls", """
        "event":"call","unit":"minute",
        "rates":[{"prefix":"49","steps":[{"from":0,"price":"1","increment":60},{"from":30,"price":"1","increment":1},
        {"from":60,"price":"1","increment":1}]}]
        """, "rates/0/steps/1", "unreachable-interval")]
    [InlineData("percentage", """ "percent":"5","most":"1","least":"2" """, "least", "out-of-range")]
    [InlineData("rounding", """ "to":"0" """, "to", "out-of-range")]
    [InlineData("rounding", """ "to":"1","way":"nearest" """, "way", "unknown-word")]
    [InlineData("rounding", """ "to":"1","counts":"all" """, "counts", "unknown-word")]
    [InlineData("rounding", """ "to":"1","of":["later"] """, "of", "unknown-charge")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "ratchet":{"percent":"80","months":0}
        """, "ratchet/months", "out-of-range")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "ratchet":{"percent":"80","months":11,"season":"summer"}
        """, "ratchet/season", "unknown-season")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "powerFactor":{"method":"points","target":"0.9"}
        """, "powerFactor/percent", "required")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "powerFactor":{"method":"apparent"}
        """, "unit", "unit-of-power")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},"over":"peak"
        """, "over", "unknown-charge")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},"basis":"hourly"
        """, "basis", "unknown-word")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "basis":"coincident","combine":"median"
        """, "combine", "unknown-word")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "basis":"coincident","lookBack":{"measured":{"from":"06-01","until":"10-01"},"billedFrom":"13-01"}
        """, "lookBack/billedFrom", "unknown-word")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "lookBack":{"measured":{"from":"06-01","until":"10-01"}}
        """, "lookBack", "coincident-only")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "combine":"mean"
        """, "combine", "coincident-only")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "basis":"coincident","lookBack":{"measured":{"from":"06-01","until":"10-01"}}
        """, "events", "unknown-events")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},"overPercent":"62"
        """, "overPercent", "required")]
    [InlineData("demand", """
        "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"},
        "weights":{"calendar":"none","periods":[{"period":"night","factor":"0.5"}]}
        """, "weights/calendar", "unknown-calendar")]
    [InlineData("calls", """
        "event":"call","unit":"minute","rates":[{"prefix":"49","price":"1","attempt":"-1"}]
        """, "rates/0/attempt", "out-of-range")]
    [InlineData("calls", """
        "event":"call","unit":"minute","rates":[{"prefix":"49","price":"1","decimals":-11}]
        """, "rates/0/decimals", "out-of-range")]
    [InlineData("calls", """
        "event":"call","unit":"minute","rates":[{"prefix":"49","price":"1","freeIfShorterThan":-1}]
        """, "rates/0/freeIfShorterThan", "out-of-range")]
    [InlineData("calls", """
        "event":"call","unit":"minute","rates":[{"prefix":"49","price":"1","least":"-1"}]
        """, "rates/0/least", "out-of-range")]
    [InlineData("calls", """
        "event":"call","unit":"minute","rates":[{"prefix":"49","price":"1","least":"2","most":"1"}]
        """, "rates/0/most", "out-of-range")]
    public void A_charge_that_cannot_be_rated_is_refused_with_its_path(
        string kind, string members, string path, string rule) =>
        AssertRefused(Charge(kind, members), path, rule);

    [Theory]
    [InlineData(""" {"kind":"hourly","series":"s"} """, "series", "unknown-series")]
    [InlineData(
        """
        {"kind":"critical-peak","events":"e","onEvent":{"kind":"flat","price":"1"},
         "otherwise":{"kind":"flat","price":"0"}}
        """, "events", "unknown-events")]
    [InlineData(""" {"kind":"peak-rebate","events":"e","price":"1"} """, "events", "unknown-events")]
    [InlineData(""" {"kind":"hours-use","demandCharge":"d","steps":[{"price":"1"}]} """, "demandCharge",
        "unknown-charge")]
    [InlineData(""" {"kind":"hours-use","steps":[{"price":"1"}]} """, "demandCharge", "one-demand")]
    [InlineData(""" {"kind":"hours-use","demand":"1","steps":[{}]} """, "steps/0/price", "price-or-steps")]
    [InlineData(
        """
        {"kind":"tiers-by-period","calendar":"c","per":"month",
         "steps":[{"prices":[{"period":"p","price":{"kind":"flat","price":"1"}}]}]}
        """, "calendar", "unknown-calendar")]
    [InlineData(
        """ {"kind":"tiers","per":"month","steps":[{"price":"1","upTo":"5","width":"5"},{"price":"2"}]} """,
        "steps/0/width", "limit-or-width")]
    [InlineData(
        """ {"kind":"hours-use","demand":"1","steps":[{"price":"1","upTo":"5","width":"5"},{"price":"2"}]} """,
        "steps/0/width", "limit-or-width")]
    [InlineData(
        """ {"kind":"hours-use","demand":"1","steps":[{"price":"1","least":"5"},{"price":"2"}]} """,
        "steps/0/upTo", "limit-or-width")]
    [InlineData(
        """ {"kind":"hours-use","demand":"1","steps":[{"price":"1","upTo":"5","stepsFrom":"block"},{"price":"2"}]} """,
        "steps/0/stepsFrom", "price-or-steps")]
    [InlineData(
        """
        {"kind":"hours-use","demand":"1",
         "steps":[{"steps":[{"price":"1"}],"upTo":"5","stepsFrom":"here"},{"price":"2"}]}
        """,
        "steps/0/stepsFrom", "unknown-word")]
    [InlineData(
        """ {"kind":"hours-use","demand":"1","steps":[{"price":"1","upTo":"5","plus":"-1"},{"price":"2"}]} """,
        "steps/0/plus", "out-of-range")]
    [InlineData(
        """ {"kind":"hours-use","demand":"1","steps":[{"price":"1","upTo":"5","over":"-1"},{"price":"2"}]} """,
        "steps/0/over", "out-of-range")]
    [InlineData(
        """
        {"kind":"hours-use","demand":"1",
         "steps":[{"price":"1","upTo":"5","least":"9","most":"8"},{"price":"2"}]}
        """,
        "steps/0/most", "out-of-range")]
    [InlineData(
        """ {"kind":"hours-use","demand":"1","steps":[{"price":"1","plus":"0"},{"price":"2"}]} """,
        "steps/0", "unreachable-tier")]
    [InlineData(
        """
        {"kind":"hours-use","demand":"1",
         "steps":[{"price":"1","upTo":"5","plus":"9"},{"price":"1","upTo":"5","plus":"9"},{"price":"2"}]}
        """,
        "steps/1", "unreachable-tier")]
    [InlineData(
        """
        {"kind":"hours-use","demand":"1",
         "steps":[{"price":"1","upTo":"5"},{"price":"1","width":"0"},{"price":"2"}]}
        """,
        "steps/1", "unreachable-tier")]
    [InlineData(
        """ {"kind":"hours-use","demand":"1","steps":[{"price":"1","plus":"5"}]} """,
        "steps/0/upTo", "open-end")]
    [InlineData(""" {"kind":"excess","over":"e","percent":"33","bands":[{"price":"1"}]} """, "over", "unknown-charge")]
    [InlineData(
        """ {"kind":"per-window","window":"minute","price":{"kind":"flat","price":"1"}} """, "window", "unknown-word")]
    [InlineData(
        """
        {"kind":"per-window","window":"day","price":{"kind":"tiers","per":"month","steps":[{"price":"1"}]}}
        """, "price/per", "unknown-span")]
    [InlineData(""" {"kind":"tiers","per":"window","steps":[{"price":"1"}]} """, "per", "unknown-span")]
    [InlineData(""" {"kind":"tiers","per":"ever","steps":[{"price":"1"}]} """, "per", "unknown-word")]
    [InlineData(
        """
        {"kind":"excess","over":"e","percent":"33","mode":"all",
         "bands":[{"price":"1"}]}
        """, "mode", "unknown-word")]
    public void A_price_that_cannot_be_rated_is_refused_with_its_path(string price, string path, string rule) =>
        AssertRefused(
            Charge("usage", $""" "direction":"import","unit":"kWh","price":{price} """), $"price/{path}", rule);

    [Fact]
    public void A_setting_that_is_none_is_refused()
    {
        var mapped = TariffMapping.ToDomain(Sample("home-flat") with
        {
            Settings = ImmutableSortedDictionary.CreateRange(
            [
                KeyValuePair.Create("proration", "weekly"), KeyValuePair.Create("speed", "1"),
            ]),
        });

        Assert.Equal(
            ["settings/proration", "settings/speed"], mapped.Problems.Select(problem => problem.Path).ToArray());
    }

    [Fact]
    public void A_percentage_of_a_demand_before_is_more_than_nothing()
    {
        const string Demand = """
            "direction":"import","unit":"kW","windowMinutes":15,"price":{"kind":"flat","price":"1"}
            """;
        var charges = Charge("demand", Demand) + "," + Charge(
            "demand", $$"""{{Demand}},"over":"a","overPercent":"0" """).Replace(
            "\"code\":\"a\"", "\"code\":\"b\"", StringComparison.Ordinal);

        var problem = Assert.Single(TariffMapping.ToDomain(Read(charges)).Problems);

        Assert.Equal(("versions/0/charges/1/overPercent", "out-of-range"), (problem.Path, problem.Rule));
    }

    [Theory]
    [InlineData("month-days", "33-27")]
    [InlineData("month-days", "27")]
    [InlineData("month-days", "a-b")]
    [InlineData("tier-decimals", "-1")]
    [InlineData("tier-decimals", "99")]
    [InlineData("tier-decimals", "whole")]
    public void A_value_that_a_setting_does_not_take_is_refused(string setting, string value)
    {
        var mapped = TariffMapping.ToDomain(Sample("home-flat") with
        {
            Settings = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(setting, value)]),
        });

        Assert.Null(mapped.Tariff);
        var problem = Assert.Single(mapped.Problems);
        Assert.Equal(($"settings/{setting}", "unknown-setting"), (problem.Path, problem.Rule));
    }

    [Fact]
    public void Problems_of_the_domain_have_the_paths_of_the_document() =>
        AssertRefused(
            Charge("fixed", """ "per":"day","price":"1" """).Replace("none", "vat", StringComparison.Ordinal),
            "taxCategory", "unknown-tax-category");

    [Theory]
    [InlineData("fixed", """ "per":"day","price":"1","prise":"2" """, "prise")]
    [InlineData("fixed", """ "per":"day","price":true """, "string")]
    [InlineData("fixed", """ "per":"day","price":"1,5" """, "1,5")]
    [InlineData("fixed", """ "per":"day","price":"1.0000000000000000000000000000001" """, "decimal")]
    [InlineData("fixed", """ "per":"day" """, "price")]
    [InlineData("fixed", """ "per":null,"price":"1" """, "er")]
    [InlineData("miracle", """ "per":"day","price":"1" """, "miracle")]
    public void What_is_no_tariff_is_refused_with_what_is_wrong(string kind, string members, string named)
    {
        var error = Assert.Throws<JsonException>(() => Read(Charge(kind, members)));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_charge_without_a_kind_is_no_charge() =>
        Assert.ThrowsAny<Exception>(() => Read("""{"code":"a","text":"A","taxCategory":"none"}"""));

    [Fact]
    public void All_words_that_cannot_be_read_are_named()
    {
        var document = Sample("home-tou");
        var version = document.Versions[0];
        var calendar = version.Calendars!.Value[0] with
        {
            Seasons = [new SeasonDocument("summer", "02-30"), new SeasonDocument("winter", "1-1")],
            Rules = [new CalendarRuleDocument("peak", "7:00", "24:30", null, ["workday"])],
        };
        var mapped = TariffMapping.ToDomain(document with
        {
            Zone = "Europe/Nowhere",
            Currency = "euro",
            Versions = [version with { Calendars = [calendar] }],
        });

        Assert.Equal(
            [
                "currency", "zone", "versions/0/calendars/0/seasons/0/from", "versions/0/calendars/0/seasons/1/from",
                "versions/0/calendars/0/rules/0/days/0", "versions/0/calendars/0/rules/0/from",
                "versions/0/calendars/0/rules/0/until",
            ],
            mapped.Problems.Select(problem => problem.Path).ToArray());
    }

    private static string Charge(string kind, string members) =>
        $$"""{"kind":"{{kind}}","code":"a","text":"A","taxCategory":"none",{{members}}}""";

    private static TariffDocument Read(string charge) =>
        TariffJson.Read(Minimal.Replace("CHARGE", charge, StringComparison.Ordinal));

    private static void AssertRefused(string charge, string path, string rule)
    {
        var mapped = TariffMapping.ToDomain(Read(charge));

        Assert.Null(mapped.Tariff);
        var problem = Assert.Single(mapped.Problems);
        Assert.Equal(($"versions/0/charges/0/{path}".TrimEnd('/'), rule), (problem.Path, problem.Rule));
    }

    private static RegisterRead Read(LocalDate on, long value) => new(
        "SP1", "11", "M1", on, value, 0, ReadQuality.Actual, ReadKind.Scheduled, 1, new SourceReference("I1", 1));

    private static TariffDocument Sample(string name) =>
        TariffJson.Read(File.ReadAllText(Path.Combine(SamplesFolder(), name + ".json")));

    private static string SamplesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "samples", "tariffs");
    }
}
