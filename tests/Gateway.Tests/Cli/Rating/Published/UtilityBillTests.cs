using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Bills and rate charts that utilities publish for their customers; each names whose it is.</summary>
public sealed class UtilityBillTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // Bourbon County Rural Water District 4 (bourboncorwd4.com), its chart by thousand gallons.
    [InlineData(1, "7.05")]
    [InlineData(2, "14.10")]
    [InlineData(3, "21.15")]
    [InlineData(4, "27.70")]
    [InlineData(5, "34.25")]
    [InlineData(6, "40.80")]
    [InlineData(7, "47.35")]
    [InlineData(8, "53.15")]
    [InlineData(9, "58.95")]
    [InlineData(10, "64.75")]
    [InlineData(11, "70.55")]
    [InlineData(12, "76.35")]
    [InlineData(13, "82.15")]
    [InlineData(14, "87.95")]
    [InlineData(15, "93.75")]
    [InlineData(16, "99.10")]
    public async Task Water_of_Bourbon_County(int kgal, string total) =>
        Assert.Equal(Number(total), await _meter.Month("kgal 3:7.05 7:6.55 15:5.80 :5.35", kgal));

    [Theory]
    // Okmulgee County Rural Water District 7 (okmulgee7.com), what the bill will be.
    [InlineData(0, "24.00")]
    [InlineData(1, "32.80")]
    [InlineData(2, "41.70")]
    [InlineData(3, "50.80")]
    [InlineData(4, "59.95")]
    [InlineData(5, "69.95")]
    [InlineData(10, "119.95")]
    [InlineData(20, "234.95")]
    public async Task Water_of_Okmulgee_County(int kgal, string total) => Assert.Equal(
        Number(total), await _meter.Month("month 24; kgal 1:8.80 2:8.90 3:9.10 4:9.15 10:10 20:11.50 :13", kgal));

    [Theory]
    // Shawnee County Consolidated Rural Water District 1 (shawneeconrwd1.krwa.net), chart of 2024.
    [InlineData(2, "21.30")]
    [InlineData(5, "53.25")]
    [InlineData(7, "74.55")]
    [InlineData(25, "266.25")]
    [InlineData(45, "479.25")]
    [InlineData(75, "798.75")]
    [InlineData(100, "1065.00")]
    public async Task Water_of_Shawnee_County(int kgal, string total) =>
        Assert.Equal(Number(total), await _meter.Month("kgal :10.65", kgal));

    [Theory]
    // Arden Hills (documents of its council, 2013), user of 10,000 gallons: water and sewer of a quarter.
    [InlineData("50.46", "month 50.46; kgal 10:0 35:3.51 :6.15", "10")]
    [InlineData("85.55", "month 85.55; kgal 15:0 :4.93", "10")]
    // Oakley, sewer (discoveroakley.com): 27 for the first 5,000, then 2 and 1.10 for each thousand.
    [InlineData("48.10", "month 27; kgal 5:0 15:2 :1.10", "16")]
    // Hong Kong, Water Supplies Department: four months with 12 cubic metres free; 60 cost 238.61.
    [InlineData("238.61", "m3 12:0 43:4.16 62:6.45 :9.05", "60")]
    // Hunker, 25,000 cubic feet of gas at 1.25 a hundred, and at 1.16 a therm.
    [InlineData("312.50", "ccf :1.25", "250")]
    [InlineData("290", "therm :1.16", "250")]
    // Kerala (ksebinfoportal): 117 units of a month, 396 of two with doubled limits.
    [InlineData("424.10", "kWh 50:3.15 100:3.70 150:4.80 200:6.40 :7.60", "117")]
    [InlineData("1779.40", "kWh 100:3.15 200:3.70 300:4.80 400:6.40 :7.60", "396")]
    // Tamil Nadu, 2012: up to 100, up to 200 and up to 500 units are tables of their own.
    [InlineData("100", "month 20; kWh :1", "80")]
    [InlineData("215", "month 20; kWh :1.50", "130")]
    [InlineData("520", "month 30; kWh 200:2 :3", "230")]
    // A slab table as it is explained in India: 350 units.
    [InlineData("1500", "kWh 100:3 300:4.50 500:6 :8", "350")]
    // Tenaga Nasional, domestic: 690 units; the least is 3.
    [InlineData("280.94", "kWh 200:0.218 300:0.334 600:0.516 900:0.546 :0.571; least 3", "690")]
    [InlineData("3", "kWh 200:0.218 300:0.334 600:0.516 900:0.546 :0.571; least 3", "10")]
    // MidSouth Electric: 1,000 kWh at .0939, wholesale power −.003.
    [InlineData("90.90", "kWh :0.0939; kWh/power :-0.003", "1000")]
    public async Task Bills(string total, string charges, string quantity) =>
        Assert.Equal(Number(total), await _meter.Month(charges, Number(quantity)));

    // Tenaga Nasional: 8 % of what is beyond 600 units; 284.87 for 690.
    [Fact]
    public async Task Service_tax_on_what_is_beyond_a_limit() => Assert.Equal(
        284.87m,
        await _meter.Month(
            "kWh 200:0.218 300:0.334 600:0.516 :0; kWh/beyond/taxed 600:0 900:0.546 :0.571",
            690,
            taxes: """{ "code": "SST", "text": "SST", "percent": 8, "categories": ["taxed"] }"""));

    // Kerala: 117 units, duty of 10 % on the energy, 6 for the meter with 18 % and 1 %, fuel 0.10, 55 fixed.
    [Fact]
    public async Task Duty_rent_and_surcharge_of_Kerala() => Assert.Equal(
        540.35m,
        await _meter.Month(
            "kWh/energy/duty 50:3.15 100:3.70 150:4.80 200:6.40 :7.60; kWh/fuel :0.10; month/rent/rent 6; month 55",
            117,
            taxes: """
                { "code": "D", "text": "D", "percent": 10, "categories": ["duty"] },
                { "code": "R", "text": "R", "percent": 18, "categories": ["rent"] },
                { "code": "C", "text": "C", "percent": 1, "categories": ["rent"] }
                """));

    // Jersey Central Power & Light (jcpb.com): from 8865 to 9975 at .0951, 18.48 for availability.
    [Fact]
    public async Task A_bill_from_two_readings() =>
        Assert.Equal(124.04m, await _meter.Month("month 18.48; kWh :0.0951", 9975 - 8865));

    // PRECorp, large power (precorp.coop): 50,000 kWh at 100 kW are 20,000 and 30,000; the sum is of its prices.
    [Fact]
    public async Task Hours_of_use_of_PRECorp() => Assert.Equal(
        225m + 243m + 443m + 1234.60m + 1251.90m,
        await _meter.Month(
            "month 225; kW 50:4.86 :8.86; " + Charge("usage", "use", """
                "direction": "import", "unit": "kWh", "price": { "kind": "hours-use", "demandCharge": "demand",
                  "steps": [{ "upTo": 200, "price": 0.06173 }, { "price": 0.04173 }] }
                """),
            50_000,
            100));

    // River Falls, Wisconsin: 675.54 kWh at .1110, or .1910 and .0660 by time of day; 14 a month is left of its bills.
    [Theory]
    [InlineData(0, "88.98")]
    [InlineData(45, "96.58")]
    [InlineData(35, "88.14")]
    [InlineData(30, "83.92")]
    [InlineData(25, "79.70")]
    public async Task Time_of_day_of_River_Falls(int percentOnPeak, string total)
    {
        var peak = 675.54m * percentOnPeak / 100m;
        var bill = percentOnPeak == 0
            ? await _meter.Month("month 14; kWh :0.1110", 675.54m)
            : await _meter.Month("month 14; kWh :0.1910", peak) + await _meter.Month("kWh :0.0660", 675.54m - peak);
        Assert.Equal(Number(total), bill);
    }

    // Shell Energy: 2 cubic metres at 39.3 MJ are 22 kWh. Homesteady: 200 hundred cubic feet are 205 therms.
    [Theory]
    [InlineData("m3", "1.02264", "39.3", "2", "22")]
    [InlineData("ccf", "1.025", "", "200", "205")]
    public async Task Gas_becomes_energy(string unit, string factor, string heat, string quantity, string billed)
    {
        var (energy, conversion) = heat.Length == 0
            ? ("therm", $$"""
                "heatingValue": { "unit": "therm", "per": "{{unit}}", "values": [{ "value": {{factor}} }] }
                """)
            : ("kWh", $$"""
                "factors": [{ "name": "volume", "value": {{factor}} }],
                "heatingValue": { "unit": "MJ", "per": "{{unit}}", "values": [{ "value": {{heat}} }] }
                """);
        var charge = Charge("usage", "use", $$"""
            "direction": "import", "unit": "{{energy}}", "price": { "kind": "flat", "price": 1 },
            "conversion": { "from": "{{unit}}", {{conversion}} }
            """);
        Assert.Equal(
            Number(billed), await _meter.Month(charge, Number(quantity), settings: "converted-decimals=0"));
    }

    // AGL (neighbourhood.agl.com.au, demand rates): the highest half-hour of 90 days, 9.6 kW, at 15 cents for each day.
    [Fact]
    public async Task Demand_for_each_day_at_AGL()
    {
        using var rate = new PublishedRate();
        var charge = Charge("demand", "demand", """
            "direction": "import", "unit": "kW", "windowMinutes": 30, "per": "day",
            "price": { "kind": "flat", "price": 0.15 }
            """);
        var usage = rate.File("usage.json", """
            { "periods": [{ "from": "2025-01-01", "to": "2025-04-01", "demand": { "demand": { "max": 9.6 } } }] }
            """);

        var bills = await PublishedRate.Bills(
            "--tariff", rate.Tariff(charge), "--usage", usage, "--cycle", "2025-01-01..2025-04-01");

        Assert.Equal(129.60m, Sums(bills[0]).Net);
    }

    // City of Seymour (cityofseymour.org), 1,200 kWh in winter and 2,000 in summer, with 1 % city tax.
    [Theory]
    [InlineData("250:0.064 700:0.049 :0.0446", 1200, "171.55")]
    [InlineData("250:0.064 700:0.049 1250:0.0475 :0.0446", 2000, "277.88")]
    public async Task Power_of_Seymour(string steps, int kWh, string total) => Assert.Equal(
        Number(total),
        await _meter.Month(
            $"kWh/energy/city {steps}; kWh/power/city :0.085; month/base/city 7.50", kWh,
            taxes: """{ "code": "CITY", "text": "City", "percent": 1, "categories": ["city"] }"""));

    [Theory]
    // Företag, power factor: 800 kW at 0.8 are 1,000 kVA at 10, or 900 kW by a target of 0.9.
    [InlineData("8000", 800, "", "power-factor=0.8")]
    [InlineData("9000", 800, """ "powerFactor": { "method": "ratio", "target": 0.9 } """, "power-factor=0.8")]
    // kwcalc: 500 kW at 0.75 by a target of 0.90 are 600.
    [InlineData("6000", 500, """ "powerFactor": { "method": "ratio", "target": 0.9 } """, "power-factor=0.75")]
    // Pacific Northwest National Laboratory: 80 % of 1,000 kW of one of eleven months before.
    [InlineData("8000", 500, """ "ratchet": { "months": 11, "percent": 80 } """, "prior-peaks=2024-07:1000")]
    [InlineData("9000", 900, """ "ratchet": { "months": 11, "percent": 80 } """, "prior-peaks=2024-07:1000")]
    // Energy Toolbase: 50 % of a year's 200 kW against 80 in May and 105 in June.
    [InlineData("1000", 80, """ "ratchet": { "months": 11, "percent": 50 } """, "prior-peaks=2024-08:200")]
    [InlineData("1050", 105, """ "ratchet": { "months": 11, "percent": 50 } """, "prior-peaks=2024-08:200")]
    public async Task Billing_demand(string total, int kW, string terms, string settings)
    {
        var more = terms.Length == 0 ? "" : "," + terms;
        var charge = Charge("demand", "demand", $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 15, "price": { "kind": "flat", "price": 10 }{{more}}
            """);
        Assert.Equal(Number(total), await _meter.Month(charge, 0, kW, settings));
    }

    public void Dispose() => _meter.Dispose();
}
