using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Worked examples in the documentation of billers, rated from files; each names whose.</summary>
public sealed class DocumentedLifeTests : IDisposable
{
    private readonly PublishedLife _life = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    // Stripe and SaaSykit, from 10 to 20 half-way: 5 back and 10.
    [InlineData("o 10, n 20", "2025-06-01 on 1 until 2025-06-20; 06-16 change n",
        "2025-06-01..2025-07-01 10; 2025-06-16..2025-07-01 -5 10")]
    // Autumn, from 20 to 50 half-way: 15.
    [InlineData("o 20, n 50", "2025-06-01 on 1 until 2025-06-20; 06-16 change n",
        "2025-06-01..2025-07-01 20; 2025-06-16..2025-07-01 -10 25")]
    // Chargebee, from 60 to 30 after twenty days of April: 20 back and 10; then 30.
    [InlineData("o 60, n 30", "2012-04-01 on 1 until 2012-05-02; 04-21 change n",
        "2012-04-01..2012-05-01 60; 2012-04-21..2012-05-01 -20 10; 2012-05-01..2012-06-01 30")]
    // Chargebee, from three to two at 30 each after ten days: 60 back and 40.
    [InlineData("o 30 item", "2013-04-01 on 1 quantity 3 until 2013-04-30; 04-11 quantity 2",
        "2013-04-01..2013-05-01 90; 2013-04-11..2013-05-01 -60 40")]
    // Samsung, INSTANT_PRORATED_CHARGE: from 30 to 60 with fifteen days left, 15 at once.
    [InlineData("o 30, n 60", "2024-09-01 on 1 until 2024-09-30; 09-16 change n",
        "2024-09-01..2024-10-01 30; 2024-09-16..2024-10-01 -15 30")]
    public async Task Changes(string plans, string life, string bills) =>
        Assert.Equal(bills, await _life.Bills(plans, life));

    [Theory]
    // Autumn, graduated: a thousand at 0.01, nine thousand at 0.008, then 0.005.
    [InlineData("1000:0.01 10000:0.008 :0.005", "graduated", "15000", "107")]
    // Flexprice, volume: 65,000 in the third tier at 0.0006.
    [InlineData(":0.0006", "flat", "65000", "39")]
    public async Task Prices(string steps, string kind, string quantity, string total) => Assert.Equal(
        Number(total),
        await _rate.January(
            Use(PublishedMeter.PriceOf(steps)
                .Replace("\"tiers\", \"per\": \"month\"", $"\"{kind}\"", StringComparison.Ordinal)),
            quantity));

    // Flexprice, tiers of packages: 4,500 calls are five thousands at 1.
    [Fact]
    public async Task A_begun_package_is_a_whole_one() =>
        Assert.Equal(5m, await _rate.January(Use("""{ "kind": "package", "size": 1000, "price": 1 }"""), "4500"));

    // Kill Bill, TestCatalogWithEffectiveDateForExistingSubscriptions: 49.95, then 59.95 that counts a month later for
    // who was there before, then 69.95 likewise.
    [Theory]
    [InlineData("2018-01-01", "2018-08-02", "period-start",
        "49.95 49.95 49.95 49.95 59.95 59.95 59.95 69.95")]
    [InlineData("2018-03-15", "2018-05-16", "split", "49.95 26.64 27.98 59.95")]
    public async Task Prices_by_date_for_customers_of_before(string start, string until, string change, string amounts)
    {
        static string Version(int number, string from, string existing, string price) => $$"""
            { "number": {{number}}, "validFrom": "{{from}}", {{existing}} "charges": [{{Plan(price)}}] }
            """;
        var tariff = _rate.File("tariff.json", $$"""
            { "id": "water", "name": "water", "currency": "USD", "versions": [
              {{Version(1, "2018-01-01", "", "49.95")}},
              {{Version(2, "2018-04-01", "\"existingFrom\": \"2018-05-01\",", "59.95")}},
              {{Version(3, "2018-07-01", "\"existingFrom\": \"2018-08-01\",", "69.95")}}] }
            """);
        var life = _rate.File("life.json", $$"""{ "start": "{{start}}", "until": "{{until}}" }""");

        var bills = await Bills("--tariff", tariff, "--usage", life, "--set", $"price-change={change}");

        Assert.Equal(amounts.Split(' '), bills.EnumerateArray()
            .SelectMany(static bill => bill.GetProperty("lines").EnumerateArray())
            .Select(static line => line.GetProperty("amount").GetString()!));
    }

    // Three steps of a third each: 0.33 and 0.33 and 0.33, or a whole that is rounded once; what a change gives back
    // is rounded likewise.
    [Theory]
    [InlineData("line", "-0.17 -0.17 -0.17")]
    [InlineData("charge", "-0.17 -0.17 -0.16")]
    public async Task Steps_are_rounded_together_where_the_setting_says_so(string rounding, string credit)
    {
        var tariff = _rate.Tariff(Charge("subscription", "seats", """
            "per": "month", "inAdvance": true, "item": "seat", "price": { "kind": "graduated", "steps": [
              { "upTo": 1, "price": 0.333 }, { "upTo": 2, "price": 0.333 }, { "price": 0.333 }] }
            """));
        var life = _rate.File("life.json", """
            { "start": "2025-06-01", "quantity": 3, "until": "2025-06-20",
              "actions": [{ "on": "2025-06-16", "quantity": 0 }] }
            """);

        var bills = await Bills("--tariff", tariff, "--usage", life, "--set", $"line-rounding={rounding}");

        Assert.Equal(rounding == "line" ? 0.99m : 1.00m, Sums(bills[0]).Net);
        Assert.Equal(credit, string.Join(' ', bills[1].GetProperty("lines").EnumerateArray()
            .Select(static line => line.GetProperty("amount").GetString()).Where(static amount => amount != "0.00")));
    }

    public void Dispose()
    {
        _life.Dispose();
        _rate.Dispose();
    }

    private static string Plan(string price) => Charge("subscription", "plan", $$"""
        "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
        """);
}
