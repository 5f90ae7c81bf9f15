using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Sheets and statements of North American utilities, with the numbers that they work out.</summary>
public sealed class UtilitySheetTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // Hi-Desert Water District (hdwd.com/314): "6 units" are 4 and 4, so 8; 20.75 for the meter.
    [InlineData("60.03", "month 20.75; ccf 4:3.65 :6.17", "8")]
    // Arden Hills (documents of its council, 2013), 50,000 gallons: its lines come to 500.27, its total says 500.28.
    [InlineData("500.27",
        "month 50.46; kgal/w 10:0 35:3.51 :6.15; month/sb 85.55; kgal/s 15:0 :4.93; month/r 11.71", "50")]
    [InlineData("230.46", "month 50.46; kgal/w 10:0 35:3.51 :6.15", "50")]
    [InlineData("258.10", "month 85.55; kgal/s 15:0 :4.93", "50")]
    // Bartlesville (cityofbartlesville.org), sewer of 12,000 gallons: 36.48, 2.93 and 15.00.
    [InlineData("54.41", "month 2.93; kgal/v :3.04; kgal/c :1.25", "12")]
    // Oklahoma Gas & Electric (Oklahoma Corporation Commission): 1,100 kWh in December before other costs.
    [InlineData("86.95", "month 13; kWh 600:0.084 :0.0471", "1100")]
    // Park Electric (parkelectric.coop): 1,000 kWh of a house.
    [InlineData("109", "month 23; kWh :0.086", "1000")]
    // Capacity minimum of a cooperative (lyrec.com): 25 kVA are 10 beyond 15; none used, and 141 kWh at .071.
    [InlineData("25", "month/base 15; kWh/use :0.071; least 25", "0")]
    [InlineData("25.01", "month/base 15; kWh/use :0.071; least 25", "141")]
    // Oakville Hydro (oakvillehydro.com, May 2022), 700 kWh: energy 70.30, and what of it is not of losses.
    [InlineData("70.30", "kWh 600:0.098 :0.115", "700")]
    // Gainesville (GRU), 903 kWh of October 2014: receipts tax on all, city tax on all but fuel, and on the other tax.
    [InlineData("133.74", "month/base 12.75; kWh/energy 250:0.031 750:0.042 :0.084; kWh/fuel :0.078;"
        + " percent/grt 2.5641; percent/city 10 of base,energy,grt", "903")]
    // And of October 2009, before fuel: 8.45, 7.00, 33.50 and 15.61.
    [InlineData("64.56", "month 8.45; kWh 250:0.028 750:0.067 :0.102", "903")]
    // Southern California Edison on its baseline credit: 10 cents for 500 of 750 kWh, and for all of 250.
    [InlineData("-50", "kWh 500:-0.10 :0", "750")]
    [InlineData("-25", "kWh 500:-0.10 :0", "250")]
    public async Task Sheets(string total, string charges, string quantity) =>
        Assert.Equal(Number(total), await _meter.Month(charges, Number(quantity)));

    // And 100 kWh more delivered than taken: the credit is a charge.
    [Fact]
    public async Task A_baseline_credit_below_zero_is_a_charge() => Assert.Equal(10m, await _meter.Bill(
        "2025-01-01..2025-02-01",
        Charge("net-metering", "net", """ "bank": "energy", "excess": "use-price" """) + "; "
        + Charge("usage", "credit", $$"""
            "direction": "import", "unit": "kWh", "netted": "net",
            "price": {{PublishedMeter.PriceOf("500:-0.10 :0")}}
            """),
        """{ "import": { "total": 0 }, "export": { "total": 100 } }"""));

    // Park Electric: 420 of 1,000 kWh are generated; the base of 32 is that of net metering.
    [Fact]
    public async Task Net_metering_of_Park_Electric() => Assert.Equal(81.88m, await _meter.Bill(
        "2025-01-01..2025-02-01",
        "month 32; " + Charge("net-metering", "net", """ "bank": "energy" """) + "; " + Charge("usage", "use",
            """ "direction": "import", "unit": "kWh", "netted": "net", "price": { "kind": "flat", "price": 0.086 } """),
        """{ "import": { "total": 1000 }, "export": { "total": 420 } }"""));

    [Theory]
    // Otter Tail Power (otpco.com, how to read my bill): 29 days of 30.416667 at 9.75 are 9.30.
    [InlineData("2018-12-11..2019-01-09", "month 9.75", "600", "proration=average-month", "9.30")]
    // Hydro-Québec (rate D): 40 kWh for each of 62 days are 2,480; at 6.08 and 9.38 cents, and 40.64 a day.
    [InlineData("2019-12-01..2020-02-01", "kWh-day 40:1 :0", "3000", "CAD", "2480")]
    [InlineData("2019-12-01..2020-02-01", "day 0.4064", "3000", "CAD", "25.20")]
    // BC Hydro: 22.1918 kWh for each day, which it rounds: 1,332 of 60 days and 1,287 of 58.
    [InlineData("2019-01-01..2019-03-02", "kWh-day 22.1918:1 :0", "1400", "CAD tier-decimals=0", "1332")]
    [InlineData("2019-01-01..2019-02-28", "kWh-day 22.1918:1 :0", "1400", "CAD tier-decimals=0", "1287")]
    // Hydro-Québec (rates G and M): for 30 days, prorated to those there are; 13.648 and 210,000 kWh, of 31 days.
    [InlineData("2023-05-01..2023-06-01", "month 13.648", "1", "CAD proration=thirty-days", "14.10")]
    [InlineData("2023-05-01..2023-06-01", "kWh 210000:1 :0", "300000", "CAD proration=thirty-days", "217000")]
    // Oracle Utilities (step proration): steps of 100 and 300 kWh over 45 days are 150 and 450.
    [InlineData("2025-04-01..2025-05-16", "kWh 100:1 :0", "500", "proration=thirty-days", "150")]
    [InlineData("2025-04-01..2025-05-16", "kWh 300:1 :0", "500", "proration=thirty-days", "450")]
    // Rocky Mountain Power (Utah): blocks of 400 and 1,000 kWh are for 30 days of service; 33 days have 440 and 1,100.
    [InlineData("2025-05-01..2025-06-03", "kWh 400:1 :0", "1500", "proration=thirty-days", "440")]
    [InlineData("2025-05-01..2025-06-03", "kWh 1000:1 :0", "1500", "proration=thirty-days", "1100")]
    // Oracle Utilities (consumption period factor): 30 normal days and 3 more or less are one month; 60 days are two.
    [InlineData("2025-05-01..2025-06-01", "month 10", "1", "proration=thirty-days month-days=27-33", "10")]
    [InlineData("2025-05-01..2025-06-30", "month 10", "1", "proration=thirty-days month-days=27-33", "20")]
    public async Task Months_and_limits_of_other_lengths(
        string days, string charges, string quantity, string settings, string total) =>
        Assert.Equal(Number(total), await _meter.Bill(
            days, charges, $$"""{ "import": { "total": {{quantity}} } }""", settings));

    // Oracle Utilities (rate component value proration): 50 kW at 2.00 for 15 of 30 days.
    [Fact]
    public async Task A_demand_price_for_half_a_month() => Assert.Equal(50m, await _meter.Bill(
        "2025-04-01..2025-04-16", "kW :2.00",
        """{ "import": { "total": 0 } }, "demand": { "demand": { "max": 50 } }""", "proration=thirty-days"));

    // Otter Tail Power: of 600 kWh, 20 of 29 days are of one season, 413.793103, and 9 of the other, 186.206897.
    [Theory]
    [InlineData("12", "413.79")]
    [InlineData("1", "186.21")]
    public async Task Use_is_of_a_season_by_its_days(string month, string total) => Assert.Equal(
        Number(total),
        await _meter.Bill(
            "2018-12-12..2019-01-10",
            Charge("usage", "use", $$"""
                "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": 1 }, "months": [{{month}}]
                """),
            """{ "import": { "total": 600 } }"""));

    // Oakville Hydro, 700 kWh and 3.76 % of losses: transmission 11.62, losses 3.03, market 2.83, and all of it 120.35.
    [Theory]
    [InlineData("11.62", "0.0160", "1.0376")]
    [InlineData("3.03", "0.115", "0.0376")]
    [InlineData("2.83", "0.0039", "1.0376")]
    public async Task Losses_are_a_factor(string total, string price, string factor) =>
        Assert.Equal(Number(total), await _meter.Month(Lost(price, factor, "use"), 700));

    [Fact]
    public async Task All_of_a_bill_with_losses() => Assert.Equal(120.35m, await _meter.Month(
        "kWh/energy 600:0.098 :0.115; month 31.62; kWh/variable :0.0010; " + Lost("0.0160", "1.0376", "transmission")
        + "; " + Lost("0.115", "0.0376", "losses") + "; " + Lost("0.0039", "1.0376", "market") + "; month/admin 0.25",
        700,
        settings: "CAD"));

    // Gainesville (GRU) of May 2017: 17 hundred cubic feet × 1.017 × 1.020 are 18 therms; its receipts tax is by index.
    [Fact]
    public async Task Gas_of_Gainesville() => Assert.Equal(29.37m, await _meter.Month(
        "month/base 9.75; " + string.Join("; ", new[] { ("gas", "0.63"), ("plant", "0.0556"), ("purchased", "0.23") }
            .Select(static charge => Charge("usage", charge.Item1, $$"""
                "direction": "import", "unit": "therm", "price": { "kind": "flat", "price": {{charge.Item2}} },
                "conversion": { "from": "ccf", "factors": [{ "name": "multiplier", "value": 1.017 }],
                  "heatingValue": { "unit": "therm", "per": "ccf", "values": [{ "value": 1.020 }] } }
                """)))
        + "; month/grt 0.85; percent/city 10 of base,gas,plant,grt",
        17,
        settings: "converted-decimals=0"));

    [Theory]
    // Hi-Desert Water District: two dwellings have two times the first tier, 29.20.
    [InlineData("29.20", "4", "3.65", "6.17", 8, "items=2")]
    // Santa Rosa (ci.santa-rosa.ca.us): a sewer cap of 6, of however much water; less than the cap as it is.
    [InlineData("76.74", "1", "12.79", "0", 9, "items=6")]
    [InlineData("51.16", "1", "12.79", "0", 4, "items=6")]
    // Bartlesville: 1.2 × 9,000 gallons of the winter are 10.8 thousand; those at 3.04.
    [InlineData("32.83", "1", "3.04", "0", 30, "items=10.8")]
    public async Task Tiers_for_each_of_a_number_of_the_contract(
        string total, string upTo, string first, string rest, int quantity, string settings) =>
        Assert.Equal(Number(total), await _meter.Month(
            Charge("usage", "use", $$"""
                "direction": "import", "unit": "ccf", "price": { "kind": "hours-use", "option": "items",
                  "steps": [{ "upTo": {{upTo}}, "price": {{first}} }, { "price": {{rest}} }] }
                """),
            quantity,
            settings: settings));

    public void Dispose() => _meter.Dispose();

    private static string Lost(string price, string factor, string code) => Charge("usage", code, $$"""
        "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": {{price}} },
        "conversion": { "from": "kWh", "factors": [{ "name": "losses", "value": {{factor}} }] }
        """);
}
