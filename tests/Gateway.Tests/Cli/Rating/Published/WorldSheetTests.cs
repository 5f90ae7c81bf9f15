using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Worked bills of Asia, Africa, Europe and Oceania, as those who explain them print them.</summary>
public sealed class WorldSheetTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // Provincial Electricity Authority of Thailand, 500 units of January 2003: exact sums, and a tax that is cut off.
    [InlineData("1512.63", "kWh/e/v 150:1.8047 400:2.7781 :2.9780; month/s/v 40.90; kWh/ft/v :0.2195", "500", "7",
        "THB line-rounding=charge tax-rounding-mode=down")]
    // CapSolar (capsolar.co.th): 300 units of May 2026.
    [InlineData("1291.96",
        "kWh/e/v 150:3.2484 400:4.2218 :4.4217; kWh/ft/v :0.1623; month/s/v 38.22", "300", "7", "THB")]
    // Polokwane (askfilo.com): 198 units with 113.92 and 15 %.
    [InlineData("670.36", "month/b/v 113.92; kWh/e/v 50:0.50 350:3.00 600:2.50 :2.6795", "198", "15", "ZAR")]
    // Electric Ireland (August 2021), 4,200 kWh of a year with 5.5 % less, in town 983 and 1,115, in the country 1,036.
    [InlineData("982.81", "month/s 167.57; month/pso 51.60; kWh/u :0.1924; percent/less -5.5 of u", "4200", "0", "EUR")]
    [InlineData("1115.49", "month/s/v 167.57; month/pso/v 51.60; kWh/u/v :0.1924; percent/less/v -5.5 of u", "4200",
        "13.5", "EUR")]
    [InlineData("1036.32",
        "month/s 221.08; month/pso 51.60; kWh/u :0.1924; percent/less -5.5 of u", "4200", "0", "EUR")]
    // Stadtwerke Wittenberg and Rostock: the value-added tax of their sample bills.
    [InlineData("510.12", "month/p/v 428.67", "0", "19", "EUR")]
    [InlineData("2022.32", "month/p/v 1699.43", "0", "19", "EUR")]
    [InlineData("253.38", "month/p/v 236.80", "0", "7", "EUR")]
    [InlineData("1029.05", "month/p/v 864.75", "0", "19", "EUR")]
    // Korea, 2016 (short-rent.com): 600 kWh in steps of a hundred.
    [InlineData("178230", "kWh 100:60.7 200:125.9 300:187.9 400:280.6 500:417.7 :709.5", "600", "0", "KRW")]
    // Kenya Power, 2010 (abacus.co.ke): 8 units, of which consumption is 16, fuel 43.84 and forex 11.04.
    [InlineData("70.88", "kWh/e 50:2.00 1500:8.10 :18.57; kWh/fuel :5.48; kWh/forex :1.38", "8", "0", "KES")]
    // Energy Fiji (efl.com.fj): 33.10 cents for each of 100 units.
    [InlineData("33.10", "kWh :0.3310", "100", "0", "FJD")]
    public async Task Worked_bills(string total, string charges, string quantity, string tax, string settings) =>
        Assert.Equal(Number(total), await _meter.Month(
            charges, Number(quantity), settings: settings,
            taxes: tax == "0" ? "" : $$"""{ "code": "V", "text": "V", "percent": {{tax}}, "categories": ["v"] }"""));

    // Korea: the sum of charges is cut to won, the fund of 3.7 % and the total to tens (ajunews.com, August 2016:
    // 225 kWh are 24,957 with 2,496 and 920, and 28,370 to pay). A bill of January 2017 (smhk.tistory.com) has the line
    // of the cut won: 10,183 with 1,018 and 370, cut by 1, are 11,570.
    [Theory]
    [InlineData("28370", "month/base/v 1600; kWh/use/v 100:60.7 200:125.9 300:187.9 :280.6", "225")]
    [InlineData("11570", "month/base/v 16730; month/use/v 3266; month/less/v -9655; month/debit/v -158", "0")]
    public async Task Bills_of_Korea(string total, string charges, string quantity)
    {
        var cut = Charge("rounding", "won", """ "to": 1, "way": "down" """, "v");
        var fund = Charge("percentage", "fund", """ "percent": 3.7 """);
        var tens = Charge("rounding", "tens", """ "to": 10, "way": "down", "of": ["fund"] """);

        Assert.Equal(Number(total), await _meter.Month(
            $"{charges}; {cut}; {fund}; {tens}", Number(quantity),
            settings: "KRW total-rounding=10 total-rounding-mode=down",
            taxes: """{ "code": "V", "text": "V", "percent": 10, "categories": ["v"] }"""));
    }

    // Tokyo (denki.insweb.co.jp on the terms of TEPCO): sen stay in each charge, and the sum is cut to yen. 858.00 and
    // 100 × 19.52 + 1 × 26.00 + 101 × 0.47 are 2,883.47, which each line for itself would bring to 2,883 or more.
    [Theory]
    [InlineData("2883", "101")]
    [InlineData("2909", "102")]
    public async Task Sums_of_Japan_are_cut_once(string total, string quantity) => Assert.Equal(
        Number(total),
        await _meter.Month(
            "month 858.00; kWh/use 100:19.52 :26.00; kWh/fuel :0.47; "
            + Charge("rounding", "yen", """ "to": 1, "way": "down" """),
            Number(quantity),
            settings: "JPY"));

    // Five rappen of Switzerland, and whole kronor of Sweden, halves upwards.
    [Theory]
    [InlineData("102.35", "102.33", "CHF total-rounding=0.05")]
    [InlineData("102.30", "102.32", "CHF total-rounding=0.05")]
    [InlineData("103", "102.50", "SEK total-rounding=1")]
    public async Task Totals_without_small_coins(string total, string price, string settings) =>
        Assert.Equal(Number(total), await _meter.Month($"month {price}", 0m, settings: settings));

    // A factory in Thailand (love-energysavings.blogspot.com): 404 kW and 151,500 units, with Ft and 7 %.
    [Fact]
    public async Task A_factory_in_Thailand() => Assert.Equal(510_997.11m, await _meter.Month(
        "kW/demand/v :196.26; kWh/energy/v :1.7034; kWh/ft/v :0.9255", 151_500, 404, "THB",
        """{ "code": "VAT", "text": "VAT", "percent": 7, "categories": ["v"] }"""));

    // Enygas (enygas.es): 4.4 kW for 30 days in two periods, 220 kWh in three, a tax that bears tax.
    [Theory]
    [InlineData("", "52.08")]
    [InlineData("; day/rent 0.027; percent/iva 10", "58.18")]
    public async Task A_bill_of_Spain(string more, string total)
    {
        var prices = string.Join(", ", new[] { "0.2404", "0.1419", "0.0917" }.Select(static (price, index) =>
            $$"""{ "period": "P{{index + 1}}", "price": { "kind": "flat", "price": {{price}} } }"""));
        var energy = Charge("usage", "energy", $$"""
            "direction": "import", "unit": "kWh",
            "price": { "kind": "time-of-use", "calendar": "hours", "prices": [{{prices}}] }
            """);
        using var rate = new PublishedRate();
        const string Hours = """
            , "calendars": [{ "id": "hours", "rules": [{ "from": "00:00", "until": "08:00", "period": "P3" },
              { "from": "10:00", "until": "14:00", "period": "P1" }], "otherwise": "P2" }]
            """;
        var kW = new[] { "0.0938", "0.0126" }.Select(static price => Charge("fixed", $"at-{price}", $$"""
            "per": "day", "price": {{price}}, "times": { "unit": "kW", "option": "installed-kw" }
            """));
        var charges = string.Join(", ", [.. kW, energy, .. PublishedMeter.Charges("percent/iee 5.113" + more)]);
        var bills = await Bills(
            "--tariff", rate.Tariff(charges, Hours, currency: "EUR"), "--usage", rate.File("usage.json", """
                { "periods": [{ "from": "2024-04-01", "to": "2024-05-01",
                  "quantities": { "import": { "P1": 66, "P2": 110, "P3": 44 } } }] }
                """),
            "--set", "installed-kw=4.4");
        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    // A sub-meter of Meralco (scribd.com, December 2016), 352 kWh: percentages of some lines, and of percentages. It
    // adds up exact amounts, 2,674.2964 before tax, and prints 3,236.79; the lines it prints come to a centavo more.
    [Fact]
    public async Task Taxes_of_parts_in_Manila() => Assert.Equal(3236.80m, await _meter.Month(
        "kWh/gen :3.8436; kWh/trans :0.7484; kWh/loss :0.4001; kWh/dist :1.6175; month/m 5; kWh/meter :0.3377;"
        + " month/s 16.73; kWh/supply :0.5085; kWh/lifeline :0.0798; kWh/senior :0.0001; percent/franchise 0.65;"
        + " percent/v1 11.01 of gen; month/v2 3.09; percent/v3 12 of dist,m,meter,s,supply; percent/v4 9.40 of loss;"
        + " percent/v5 12 of lifeline,senior,franchise; kWh/universal :0.3524; kWh/fit :0.1240; month/sub 100",
        352,
        settings: "PHP"));

    [Theory]
    // Telangana (ecologyinfo.com): 189 units in 29 days, of which 200 × 29 / 31 = 187 at 5 and 2 at 7.20.
    [InlineData("2025-01-01..2025-01-30", "2025-01-01..2025-02-01",
        "kWh 200:5 :7.2", "189", "tier-decimals=0", "949.40")]
    // Maharashtra (kjparmar.in): slabs of 100 and of 200 units are 103 and 207 in 31 days of 30.
    [InlineData("2020-01-21..2020-02-21", "", "kWh 100:1 :0", "221", "proration=thirty-days tier-decimals=0", "103")]
    // Zuora (prorating by 30 days, actual/360): half of a month of 28 days.
    [InlineData("2025-02-01..2025-02-15", "", "month 30", "0", "proration=thirty-days", "14")]
    public async Task Slabs_of_parts(
        string days, string cycle, string charges, string quantity, string settings, string total)
    {
        using var rate = new PublishedRate();
        var usage = rate.File("usage.json", $$"""
            { "periods": [{ "from": "{{days[..10]}}", "to": "{{days[12..]}}",
              "quantities": { "import": { "total": {{quantity}} } } }] }
            """);
        var bills = await Bills(
        [
            "--tariff", rate.Tariff(string.Join(", ", PublishedMeter.Charges(charges))), "--usage", usage,
            "--cycle", cycle.Length == 0 ? days : cycle, "--from", days[..10], "--to", days[12..], .. Set(settings),
        ]);
        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    // EnergyAustralia (solar generation statement of 2012): 43.30, 221.80 and 0.10 kWh at 60 cents are 159.12.
    [Fact]
    public async Task Generation_is_paid() => Assert.Equal(-159.12m, await _meter.Bill(
        "2012-07-02..2012-10-01",
        string.Join("; ", new[] { "peak", "shoulder", "off" }.Select(static period => Charge("usage", period, $$"""
            "direction": "export", "unit": "kWh", "channels": ["{{period}}"], "price": { "kind": "flat", "price": 0.60 }
            """))),
        """{ "peak": { "total": 43.30 }, "shoulder": { "total": 221.80 }, "off": { "total": 0.10 } }""",
        "AUD"));

    // Ergon Energy in Queensland of 2016/17 (github.com/aguinane/qld-tariffs, tests/test_prices.py): tariffs 11, 12 and
    // 14 with their parts, here at prices with their tax of 10 %. A month of demand is a twelfth of 365.25 days, so
    // that its price is one a day. Left out is a sum that is a cent less, as it is rounded once.
    [Theory]
    [InlineData(31, "day 0.665654", 0, 0, "20.64")]
    [InlineData(22, "day 0.985292", 0, 0, "21.68")]
    [InlineData(22, "kWh :0.27071", 142.5, 0, "38.58")]
    [InlineData(31, "day 1.114366", 0, 0, "34.55")]
    [InlineData(31, "kWh :0.614515", 75.49, 0, "46.39")]
    [InlineData(31, "kWh :0.218449", 109.5, 0, "23.92")]
    [InlineData(31, "kWh :0.164824", 183.92, 0, "30.31")]
    [InlineData(31, "peak", 0, 0.7, "48.46")]
    [InlineData(31, "other", 0, 0.7, "37.84")]
    [InlineData(31, "day 0.665654; kWh :0.164824; peak", 183.92, 0.7, "99.41")]
    [InlineData(31, "day 0.665654; kWh :0.164824; other", 183.92, 0.7, "88.79")]
    public async Task Queensland(int days, string charges, double quantity, double demand, string total)
    {
        var written = charges.Split("; ").Select(static one => one switch
        {
            "peak" => DailyDemand(67.969m, ""),
            "other" => DailyDemand(12.3838m, ", \"least\": 3"),
            _ => one,
        });
        var quantities = string.Create(CultureInfo.InvariantCulture, $$"""
            { "import": { "total": {{quantity}} } }, "demand": { "demand": { "max": {{demand}} } }
            """);

        Assert.Equal(Number(total), await _meter.Bill(
            $"2016-10-01..2016-{(days == 31 ? "11-01" : "10-23")}", string.Join("; ", written), quantities, "AUD"));
    }

    private static string DailyDemand(decimal month, string members) => Charge("demand", "demand", string.Create(
        CultureInfo.InvariantCulture, $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 30, "per": "day",
            "price": { "kind": "flat", "price": {{decimal.Round(month * 12m / 365.25m, 10)}} } {{members}}
            """));

    public void Dispose() => _meter.Dispose();
}
