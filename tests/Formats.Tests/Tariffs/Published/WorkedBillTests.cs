using System.Collections.Immutable;
using System.Text;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Interfaces.Tariffs;
using static Formats.Tests.Tariffs.Published.PublishedYear;

namespace Formats.Tests.Tariffs.Published;

/// <summary>Bills that utilities and handbooks work out for their readers, line by line; the names say whose.</summary>
public sealed class WorkedBillTests
{
    [Theory]
    // City of Seymour, residential electricity: 16.00, 22.05, 22.30, 102.00 and 7.50 in winter; 1 % city tax.
    [InlineData("169.85", 1200, "250:0.064 700:0.049 :0.0446", "0.085", "7.50")]
    [InlineData("275.13", 2000, "250:0.064 700:0.049 1250:0.0475 :0.0446", "0.085", "7.50")]
    // City of Goodland, residential electricity.
    [InlineData("142.00", 1000, ":0.127", "0", "15")]
    // REopt, tiers of Florida Power & Light: 2,342.88 in a year of 24,000 kWh, so 195.24 a month.
    [InlineData("195.24", 2000, "1000:0.07531 :0.09613", "0.0119", "0")]
    // Public Service Electric & Gas, general service in June, as a handbook of energy management has it.
    [InlineData("1362.38", 17588, ":0.09444", "-0.017192", "3.74")]
    public void Electricity(string total, int kWh, string steps, string rider, string month) => AssertBill(
        total,
        "kWh",
        kWh,
        Fixed(month), Usage("energy", "kWh", steps), Usage("rider", "kWh", $":{rider}"));

    [Theory]
    // City of Goodland, large business: 1,000 kWh and 10 kW.
    [InlineData("200.00", "0.09", "9.50", "15", 1000, 10)]
    public void Electricity_with_demand(string total, string price, string demand, string month, int kWh, int kW)
    {
        var charge = Charge("demand", "demand", $$"""
            "direction": "import", "unit": "kW", "windowMinutes": 15, "price": { "kind": "flat", "price": "{{demand}}" }
            """);

        Assert.Equal(total, Bill(kWh, "kWh", kW, Fixed(month), Usage("energy", "kWh", $":{price}"), charge));
    }

    [Theory]
    // Hi-Desert Water District, homes: 14.60, 24.68 and 20.75, for four units in each tier.
    [InlineData("60.03", "ccf", 8, "4:3.65 :6.17", "20.75")]
    // City of Goodland: 10 at 1.35 and a one-inch meter.
    [InlineData("33.50", "ccf", 10, "40:1.35 :1.50", "20")]
    // Arden Hills, a quarter: 10,000 gallons are in the base, 25,000 cost 87.75, 15,000 cost 92.25.
    [InlineData("230.46", "kgal", 50, "10:0 35:3.51 :6.15", "50.46")]
    // Its sewer: 35,000 gallons beyond 15,000.
    [InlineData("258.10", "kgal", 50, "15:0 :4.93", "85.55")]
    public void Water(string total, string unit, int quantity, string steps, string month) =>
        AssertBill(total, unit, quantity, Fixed(month), Usage("energy", unit, steps));

    [Fact]
    public void Gas_that_is_metered_by_volume_and_billed_by_therms()
    {
        // Enerdynamics: 37 hundred cubic feet at a factor of 1.085 are 40 therms.
        var energy = Charge("energy", "usage", """
            "direction": "import", "unit": "therm", "price": { "kind": "flat", "price": "1" }, "conversion": {
              "from": "ccf", "heatingValue": { "unit": "therm", "per": "ccf", "values": [{ "value": "1.085" }] } }
            """);

        var tariff = Tariff(energy) with
        {
            Settings = ImmutableSortedDictionary<string, string>.Empty.Add("converted-decimals", "0"),
        };

        Assert.Equal(40m, Bills(tariff, UsageOf("ccf", 37m, 0m))[0]);
    }

    private static void AssertBill(string total, string unit, int quantity, params string[] charges) =>
        Assert.Equal(total, Bill(quantity, unit, 0, charges));

    private static string Bill(int quantity, string unit, int demand, params string[] charges) =>
        FormattableString.Invariant($"{Bills(Tariff(charges), UsageOf(unit, quantity, demand))[0]:0.00}");

    private static DeterminantUsage UsageOf(string unit, decimal quantity, decimal demand) => PublishedYear.Usage(
        _ => [(unit, DeterminantQuantity.Of(quantity))], _ => [("demand", DeterminantQuantity.Of(demand))]);

    private static string Fixed(string month) =>
        Charge("base", "fixed", $$""" "per": "month", "price": "{{month}}" """);

    // "250:0.064 :0.0446" are 250 at the first price and the rest at the second.
    private static string Usage(string code, string unit, string steps)
    {
        var entries = steps.Split(' ').Select(static step => step.Split(':')).Select(static step => step[0].Length == 0
            ? $$"""{ "price": "{{step[1]}}" }"""
            : $$"""{ "price": "{{step[1]}}", "upTo": "{{step[0]}}" }""");
        return Charge(code, "usage", $$"""
            "direction": "import", "unit": "{{unit}}",
            "price": { "kind": "tiers", "per": "month", "steps": [{{string.Join(", ", entries)}}] }
            """);
    }

    private static string Charge(string code, string kind, string members) =>
        $$"""{ "kind": "{{kind}}", "code": "{{code}}", "text": "{{code}}", "taxCategory": "none", {{members}} }""";

    private static TariffDocument Tariff(params string[] charges) => TariffJson.Read(Encoding.UTF8.GetBytes($$"""
        { "id": "worked", "name": "Worked", "currency": "USD", "versions": [{ "number": 1, "validFrom": "2000-01-01",
          "charges": [{{string.Join(", ", charges)}}] }] }
        """));
}
