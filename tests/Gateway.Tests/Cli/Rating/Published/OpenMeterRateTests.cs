using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// What prices come to in the tests of OpenMeter, an open usage biller (openmeterio/openmeter, openmeter/billing/rating
/// /service/rate), value after value of a period. What it bills of a part of a period is what the values so far come
/// to; a least amount is due at its end only.
/// </summary>
public sealed class OpenMeterRateTests : IDisposable
{
    private const string Unit = """{ "kind": "flat", "price": 10 }""";
    private const string Package = """{ "kind": "package", "size": 10, "price": 15 }""";
    private const string Dynamic = """{ "kind": "flat", "price": 1.33333 }""";

    private const string Volume = """
        { "kind": "volume", "steps": [{ "upTo": 5, "price": 0, "fee": 100 }, { "upTo": 10, "price": 0, "fee": 150 },
          { "upTo": 15, "price": 10 }, { "price": 5 }] }
        """;

    private const string Graduated = """
        { "kind": "graduated", "steps": [{ "upTo": 5, "price": 0, "fee": 100 }, { "upTo": 10, "price": 0, "fee": 50 },
          { "upTo": 15, "price": 5 }, { "price": 1 }] }
        """;

    // The same with 10 and 5 behind the flat fees.
    private const string Dearer = """
        { "kind": "graduated", "steps": [{ "upTo": 5, "price": 0, "fee": 100 }, { "upTo": 10, "price": 0, "fee": 50 },
          { "upTo": 15, "price": 10 }, { "price": 5 }] }
        """;

    private readonly PublishedRate _rate = new();

    [Theory]
    // unit_test.go; the last has half off before the most.
    [InlineData(Unit, "", "0", "0")]
    [InlineData("""{ "kind": "flat", "price": 100 }""", "", "10", "1000")]
    [InlineData(Unit, "least 100", "0", "100")]
    [InlineData(Unit, "most 100", "10", "100")]
    [InlineData(Unit, "most 100", "7 5", "70 100")]
    [InlineData(Unit, "half, most 100", "7 20", "35 100")]
    // package_test.go.
    [InlineData(Package, "", "0", "0")]
    [InlineData(Package, "", "1", "15")]
    [InlineData(Package, "", "5", "15")]
    [InlineData(Package, "", "9", "15")]
    [InlineData(Package, "", "10", "15")]
    [InlineData(Package, "", "11", "30")]
    [InlineData(Package, "", "17 5", "30 45")]
    [InlineData(Package, "least 100", "0", "100")]
    [InlineData(Package, "most 100", "10", "15")]
    [InlineData(Package, "most 100", "60 50", "90 100")]
    // dynamic_test.go.
    [InlineData(Dynamic, "", "0", "0")]
    [InlineData(Dynamic, "", "10", "13.33")]
    [InlineData(Dynamic, "least 100", "0", "100")]
    [InlineData(Dynamic, "most 100", "10", "13.33")]
    [InlineData(Dynamic, "most 100", "70 50", "93.33 100")]
    // tieredvolume_test.go.
    [InlineData(Volume, "", "0", "100")]
    [InlineData(Volume, "", "3", "100")]
    [InlineData(Volume, "", "5", "100")]
    [InlineData(Volume, "", "14", "140")]
    [InlineData(Volume, "", "15", "150")]
    [InlineData(Volume, "", "16", "80")]
    [InlineData(Volume, "", "100", "500")]
    [InlineData(Volume, "least 150", "0", "150")]
    [InlineData(Volume, "least 100", "100", "500")]
    [InlineData(Volume, "least 150", "5", "150")]
    [InlineData(Volume, "least 100", "5", "100")]
    [InlineData(Volume, "most 100", "5", "100")]
    [InlineData(Volume, "most 125", "7", "125")]
    [InlineData("""{ "kind": "volume", "steps": [{ "price": 5 }] }""", "", "0", "0")]
    // tieredgraduated_test.go.
    [InlineData(Graduated, "", "0", "100")]
    [InlineData(Graduated, "", "7 1", "150 150")]
    [InlineData(Graduated, "", "22", "182")]
    [InlineData(Graduated, "", "12 10", "160 182")]
    [InlineData(Graduated, "least 1000", "0", "1000")]
    [InlineData(Graduated, "least 1000", "2", "1000")]
    [InlineData(Graduated, "most 170", "12 10", "160 170")]
    [InlineData(Dearer, "", "3", "100")]
    [InlineData(Dearer, "", "5", "100")]
    [InlineData(Dearer, "", "5.001", "150")]
    [InlineData(Dearer, "", "7", "150")]
    [InlineData(Dearer, "", "12", "170")]
    [InlineData(Dearer, "", "22", "235")]
    public async Task Prices(string price, string bounds, string values, string totals)
    {
        var charges = bounds.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(BoundOf).Prepend(Use(price));
        var charge = string.Join(", ", charges);
        var reported = values.Split(' ');
        var billed = totals.Split(' ').Select(Number).ToList();

        for (var count = 1; count <= reported.Length; count++)
            Assert.Equal(billed[count - 1], await _rate.January(charge, string.Join(' ', reported.Take(count))));
    }

    public void Dispose() => _rate.Dispose();

    private static string BoundOf(string bound) => bound.Split(' ') switch
    {
        ["least", var amount] => Charge("minimum", "least", $$""" "per": "month", "amount": {{amount}} """),
        ["most", var amount] => Charge("maximum", "most", $$""" "per": "month", "amount": {{amount}} """),
        _ => Charge("percentage", "half", """ "percent": -50 """),
    };
}
