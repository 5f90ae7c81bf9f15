using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// What the charge models of Lago come to in their tests (getlago/lago-api, spec/services/charge_models). An amount
/// there is exact; here it is rounded to cents.
/// </summary>
public sealed class LagoChargeModelTests : IDisposable
{
    private const string GraduatedPercent = """
        { "kind": "graduated-percentage", "steps": [{ "upTo": 10, "price": 1, "fee": 200 },
          { "upTo": 20, "price": 2, "fee": 300 }, { "price": 3, "fee": 400 }] }
        """;

    private const string Graduated = """
        { "kind": "graduated", "steps": [{ "upTo": 10, "price": 10, "fee": 2 },
          { "upTo": 20, "price": 5, "fee": 3 }, { "price": 5, "fee": 3 }] }
        """;

    private const string SmallSteps = """
        { "kind": "graduated", "steps": [{ "upTo": 0.1, "price": 10 }, { "upTo": 1, "price": 5 }, { "price": 2 }] }
        """;

    private const string FreeFirst = """
        { "kind": "graduated", "steps": [{ "upTo": 0.01, "price": 0 }, { "upTo": 10, "price": 10, "fee": 2 },
          { "price": 5, "fee": 3 }] }
        """;

    private const string Volume = """
        { "kind": "volume", "steps": [{ "upTo": 100, "price": 2, "fee": 10 }, { "upTo": 200, "price": 1 },
          { "price": 0.5, "fee": 50 }] }
        """;

    private const string FreeVolume = """
        { "kind": "volume", "steps": [{ "upTo": 1, "price": 0 }, { "upTo": 100, "price": 2, "fee": 10 },
          { "price": 0.5, "fee": 50 }] }
        """;

    private readonly PublishedRate _rate = new();

    [Theory]
    // graduated_percentage_service_spec.rb.
    [InlineData(GraduatedPercent, "", "200")]
    [InlineData(GraduatedPercent, "1", "200.01")]
    [InlineData(GraduatedPercent, "10", "200.10")]
    [InlineData(GraduatedPercent, "11", "500.12")]
    [InlineData(GraduatedPercent, "12", "500.14")]
    [InlineData(GraduatedPercent, "21", "900.33")]
    // graduated_service_spec.rb.
    [InlineData(Graduated, "", "2")]
    [InlineData(Graduated, "1", "12")]
    [InlineData(Graduated, "10", "102")]
    [InlineData(Graduated, "11", "110")]
    [InlineData(Graduated, "12", "115")]
    [InlineData(Graduated, "21", "163")]
    [InlineData(FreeFirst, "", "0")]
    [InlineData(SmallSteps, "0.05", "0.50")]
    [InlineData(SmallSteps, "0.5", "3")]
    // package_service_spec.rb.
    [InlineData("""{ "kind": "package", "size": 10, "price": 100 }""", "121", "1300")]
    [InlineData("""{ "kind": "package", "size": 10, "price": 100, "free": 10 }""", "121", "1200")]
    [InlineData("""{ "kind": "package", "size": 10, "price": 100, "free": 200 }""", "121", "0")]
    // volume_service_spec.rb.
    [InlineData(Volume, "", "10")]
    [InlineData(FreeVolume, "", "0")]
    [InlineData(Volume, "1", "12")]
    [InlineData(Volume, "100", "210")]
    [InlineData(Volume, "100.5", "100.50")]
    [InlineData(Volume, "101", "101")]
    [InlineData(Volume, "200", "200")]
    [InlineData(Volume, "210", "155")]
    [InlineData(Volume, "300", "200")]
    // standard_service_spec.rb.
    [InlineData("""{ "kind": "flat", "price": 5.12345 }""", "10", "51.23")]
    [InlineData("""{ "kind": "flat", "price": 10 }""", "10", "100")]
    public async Task Charge_models(string price, string quantity, string total) =>
        Assert.Equal(Number(total), await _rate.January(Use(price), quantity));

    // percentage_service_spec.rb: four events of 50, 100, 250 and 400; then three of 10, 80 and 10,000.
    [Theory]
    [InlineData(""" "percent": 1.3, "fixed": 2, "freeEvents": 3, "freeAmount": 250 """, "50 100 250 400", "11.15")]
    [InlineData(""" "percent": 0, "fixed": 2 """, "50 100 250 400", "8")]
    [InlineData(""" "percent": 1.3, "fixed": 2, "freeAmount": 250 """, "50 100 250 400", "11.15")]
    [InlineData(""" "percent": 1.3, "fixed": 2, "freeEvents": 3 """, "50 100 250 400", "7.20")]
    [InlineData(""" "percent": 1.3, "fixed": 2 """, "50 100 250 400", "18.40")]
    [InlineData(""" "percent": 1.3, "fixed": 2, "freeEvents": 3, "freeAmount": 500 """, "50 100 250 400", "7.20")]
    [InlineData(""" "percent": 1.3, "fixed": 2, "freeEvents": 5 """, "50 100 250", "0")]
    [InlineData(""" "percent": 2.9 """, "1 1 1 1", "0.12")]
    [InlineData(""" "percent": 2.99 """, "10 80 10000", "301.69")]
    [InlineData(""" "percent": 2.99, "least": 1.75, "most": 12 """, "10 80 10000", "16.14")]
    [InlineData(""" "percent": 2.99, "fixed": 2, "least": 1.75, "most": 12 """, "10 80 10000", "18.69")]
    [InlineData(""" "percent": 2.99, "least": 1.75, "most": 12, "freeEvents": 2 """, "10 80 10000", "12")]
    [InlineData(""" "percent": 2.99, "least": 1.75, "most": 12, "freeAmount": 30 """, "10 80 10000", "13.79")]
    [InlineData(
        """ "percent": 2.99, "least": 1.75, "most": 12, "freeEvents": 3, "freeAmount": 10000 """, "10 80 10000",
        "2.69")]
    public async Task Percentages(string members, string amounts, string total) => Assert.Equal(
        Number(total), await _rate.January(Use($$"""{ "kind": "percentage", {{members}} }"""), amounts));

    public void Dispose() => _rate.Dispose();
}
