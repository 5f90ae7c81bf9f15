using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of light, gas and heat that suppliers and those who explain them work out, each with its address; all were
/// read on 27 November 2026.
/// </summary>
public sealed class PlainSheetTests : IDisposable
{
    private readonly PublishedMeter _meter = new();

    [Theory]
    // Adams-Columbia Electric Cooperative (acecwi.com, Understanding the Demand Charge): 40 kWh in one hour and in ten.
    [InlineData("month 68.00; kW :18.06; kWh :0.047", 40, 40, "792.28")]
    [InlineData("month 68.00; kW :18.06; kWh :0.047", 40, 4, "142.12")]
    // ITAC, Utilities (github.com/JoshGinnett/itac-docs, docs/Training/Module-1): energy and demand of a factory.
    [InlineData("kWh :0.07", 100000, 450, "7000")]
    [InlineData("kW :12", 100000, 450, "5400")]
    public async Task Energy_and_demand(string charges, int kWh, int kW, string total) =>
        Assert.Equal(Number(total), await _meter.Month(charges, kWh, kW));

    // Runestone Electric (runestoneelectric.com, demand charge): 10 kWh of 1 kW and of 10 kW, out of summer and in it.
    [Theory]
    [InlineData("2025-05-01..2025-06-01", 1, "7.27")]
    [InlineData("2025-07-01..2025-08-01", 1, "10.77")]
    [InlineData("2025-05-01..2025-06-01", 10, "65.77")]
    [InlineData("2025-07-01..2025-08-01", 10, "100.77")]
    public async Task Demand_by_season(string days, int kW, string total)
    {
        static string Demand(string code, string price, string months) => Charge("demand", code, $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 15, "months": [{{months}}],
            "price": { "kind": "flat", "price": {{price}} }
            """);
        var charges = $"kWh :0.077; {Demand("summer", "10", "6, 7, 8")}; "
            + Demand("other", "6.50", "1, 2, 3, 4, 5, 9, 10, 11, 12");

        Assert.Equal(Number(total), await _meter.Bill(
            days, charges, $$"""{ "import": { "total": 10 } }, "demand": { "demand": { "max": {{kW}} } }"""));
    }

    // Columbia River PUD (crpud.net, What is the Demand charge): an oven and a dryer of 5 kW for half an hour each, in
    // one hour, and one after the other.
    [Theory]
    [InlineData("5 0", "5.00")]
    [InlineData("2.5 0 2.5 0", "2.50")]
    public async Task Demand_of_an_hour(string halfHours, string total)
    {
        using var rate = new PublishedRate();
        var charge = Charge("demand", "demand", """
            "direction": "import", "unit": "kW", "windowMinutes": 60, "price": { "kind": "flat", "price": 1.00 }
            """);
        var values = halfHours.Split(' ').Concat(Enumerable.Repeat("0", 1488)).Take(1488);

        var bills = await Bills(
            "--tariff", rate.Tariff(charge), "--usage", rate.File("half.txt", string.Join('\n', values)),
            "--start", "2025-01-01", "--interval", "30");

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // A handbook of engineers (civilengineeringhandbook.tk, Sample Natural Gas Rate Tariff): prices less an adjustment
    // of 0.0097 and more 0.0020, 80 for service, 5.8 % of state and city; 47,500 Ccf and none.
    [Theory]
    [InlineData(47500, "20850.27")]
    [InlineData(0, "84.64")]
    public async Task Gas_in_declining_blocks(int ccf, string total) => Assert.Equal(
        Number(total),
        await _meter.Month(
            "ccf/gas/s 10000:0.4297 30000:0.4145 :0.4023; month/service/s 80", ccf,
            taxes: """{ "code": "S", "text": "S", "percent": 5.8, "categories": ["s"] }"""));

    // The parts of it before tax.
    [Theory]
    [InlineData("ccf 10000:0.4297 :0", "4297.00")]
    [InlineData("ccf 10000:0 30000:0.4145 :0", "8290.00")]
    [InlineData("ccf 30000:0 :0.4023", "7040.25")]
    [InlineData("ccf 10000:0.4297 30000:0.4145 :0.4023", "19627.25")]
    public async Task Blocks_of_gas(string charges, string amount) =>
        Assert.Equal(Number(amount), await _meter.Month(charges, 47_500));

    // Brunei (usms, tests of its tariffs in Home Assistant): light of a month, within the five cents it allows.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "0.01")]
    [InlineData("123", "1.23")]
    [InlineData("420", "4.20")]
    [InlineData("1387.5", "69.00")]
    [InlineData("1900", "110.00")]
    [InlineData("3100", "228.00")]
    [InlineData("4206.9", "342.83")]
    [InlineData("4855.75", "420.69")]
    [InlineData("5100", "450.00")]
    public async Task Light_of_Brunei(string kWh, string total) => Assert.Equal(
        Number(total),
        await _meter.Month("kWh 600:0.01 2000:0.08 4000:0.10 :0.12", Number(kWh), settings: "BND"));

    // A customer of gas in Germany (forum.energienetz.de, topic 2918): prices of 155, 184 and 28 days on one bill, 120
    // a year, 16 %.
    [Fact]
    public async Task Gas_of_three_spans()
    {
        static string Version(int number, string from, string price) => $$"""
            { "number": {{number}}, "validFrom": "{{from}}", "charges": [
              {{Charge("usage", "gas", $$"""
                  "direction": "import", "unit": "kWh", "price": { "kind": "flat", "price": {{price}} }
                  """, "s")}},
              {{Charge("fixed", "base", """ "per": "year", "price": 120 """, "s")}}],
              "taxes": [{ "code": "V", "text": "V", "percent": 16, "categories": ["s"] }] }
            """;
        using var rate = new PublishedRate();
        var tariff = rate.File("gas.json", $$"""
            { "id": "gas", "name": "gas", "currency": "EUR", "versions": [
              {{Version(1, "2005-01-01", "0.036")}}, {{Version(2, "2005-08-01", "0.0408")}},
              {{Version(3, "2006-02-01", "0.0446")}}] }
            """);
        var usage = rate.File("usage.json", """
            { "periods": [
              { "from": "2005-02-27", "to": "2005-08-01", "quantities": { "import": { "total": 8741 } } },
              { "from": "2005-08-01", "to": "2006-02-01", "quantities": { "import": { "total": 17322 } } },
              { "from": "2006-02-01", "to": "2006-03-01", "quantities": { "import": { "total": 3965 } } }] }
            """);

        var bills = await Bills("--tariff", tariff, "--usage", usage, "--cycle", "2005-02-27..2006-03-01");

        Assert.Equal((1318.92m, 1529.95m), Sums(bills[0]));
        Assert.Equal(
            ["176.84", "314.68", "50.96", "60.49", "706.74", "9.21"],
            bills[0].GetProperty("lines").EnumerateArray()
                .Select(static line => line.GetProperty("amount").GetString()!).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _meter.Dispose();
}
