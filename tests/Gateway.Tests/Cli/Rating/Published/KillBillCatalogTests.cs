using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Invoices that more of the integration tests of Kill Bill expect: versions of a catalog inside a period, quantities,
/// terms that end, and days of billing that move (github.com/killbill/killbill at cb60779c,
/// beatrix/src/test/java/org/killbill/billing/beatrix/integration, read on 27 November 2026).
/// </summary>
public sealed class KillBillCatalogTests : IDisposable
{
    private const string Own = "first-period=whole-interval part-divisor=period-back interval-change=keep";

    private readonly PublishedLife _life = new();
    private readonly PublishedRate _rate = new();

    [Theory]
    // TestWithQuantityUpdate: seven knives, ten from the next period on.
    [InlineData("knife 29.95 item", "2022-11-27 on 27 quantity 7 until 2022-12-28; 12-27 quantity 10",
        "2022-11-27..2022-12-27 209.65; 2022-12-27..2023-01-27 299.5")]
    // TestCatalogFixedTerm: 40 for two years of a term of three, in advance and in arrears.
    [InlineData("pistol 40 per year every 2", "2021-12-01 until 2024-12-01",
        "2021-12-01..2023-12-01 40; 2023-12-01..2024-12-01 20.03", "life-until=end")]
    [InlineData("pistol 40 per year every 2 arrear", "2021-12-01 until 2024-12-01",
        "2021-12-01..2023-12-01 40; 2023-12-01..2024-12-01 20.03", "life-until=end")]
    // TestWithInArrearGreedySubscriptions: ended two days before the end of a period; 7.14 of 100 are given back there.
    [InlineData("support 100 arrear", "2022-01-13 on 13 until 2022-04-01; 03-11 cancel",
        "2022-01-13..2022-02-13 100; 2022-02-13..2022-03-11 92.86")]
    // TestWithAccountBCDUpdate: three days up to another day of billing.
    [InlineData("shotgun 249.95", "2016-05-17 on 20 until 2016-06-21",
        "2016-05-17..2016-05-20 25; 2016-05-20..2016-06-20 249.95; 2016-06-20..2016-07-20 249.95")]
    public async Task Quantities_and_terms(string plans, string life, string bills, string settings = "") =>
        Assert.Equal(bills, await _life.Bills(plans, life, $"{Own} {settings}"));

    // TestCatalogDiscountAndEvergreen: three months at 4.95, then 24.95.
    [Fact]
    public async Task A_discount_of_three_months()
    {
        var charges = string.Join(", ",
            Plan("24.95"), Charge("discount", "phase", """ "amount": 20, "bills": 3 """));

        Assert.Equal(
            [4.95m, 4.95m, 4.95m, 24.95m, 24.95m],
            await Bills(_rate.Tariff(charges), """
                { "start": "2023-02-28", "billingDay": 28, "until": "2023-06-29" }
                """));
    }

    // …AlignedToBCD: 100, from 15 July on 50, from 18 July on 150. Kill Bill takes the 50 for the next period, which
    // its test says is wrong; who came on 16 July pays 50 at first.
    [Theory]
    [InlineData("2026-07-01", "2026-09-02", "100 150 150")]
    [InlineData("2026-07-16", "2026-08-17", "50 150")]
    public async Task The_last_version_counts_from_the_next_period(string start, string until, string amounts)
    {
        static string Version(int number, string from, string price) => $$"""
            { "number": {{number}}, "validFrom": "{{from}}", "existingFrom": "{{from}}", "charges": [{{Plan(price)}}] }
            """;
        var tariff = _rate.File("tariff.json", $$"""
            { "id": "power", "name": "power", "currency": "USD", "versions": [
              {{Version(1, "2026-07-01", "100")}}, {{Version(2, "2026-07-15", "50")}},
              {{Version(3, "2026-07-18", "150")}}] }
            """);

        Assert.Equal(
            amounts.Split(' ').Select(Number),
            await Bills(tariff, $$"""{ "start": "{{start}}", "until": "{{until}}" }"""));
    }

    public void Dispose()
    {
        _life.Dispose();
        _rate.Dispose();
    }

    private async Task<IEnumerable<decimal>> Bills(string tariff, string life) =>
        (await PublishedRate.Bills("--tariff", tariff, "--usage", _rate.File("life.json", life)))
            .EnumerateArray().Select(static bill => Sums(bill).Net);

    private static string Plan(string price) => Charge("subscription", "plan", $$"""
        "per": "month", "inAdvance": true, "price": { "kind": "flat", "price": {{price}} }
        """);
}
