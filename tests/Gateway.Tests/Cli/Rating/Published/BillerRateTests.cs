using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Amounts of the tests and documentation of subscription billers, each named, from files.</summary>
public sealed class BillerRateTests : IDisposable
{
    private const string Up = """{ "kind": "package", "size": 100, "price": 1 }""";
    private const string Down = """{ "kind": "package", "size": 100, "price": 1, "rounding": "down" }""";

    private readonly PublishedRate _rate = new();

    // Lago, spec/scenarios/current_usage/by_charge_model/percentage_spec.rb: event after event.
    [Theory]
    [InlineData(""" "fixed": 5, "freeEvents": 3 """, "10", "0")]
    [InlineData(""" "fixed": 5, "freeEvents": 3 """, "10 10", "0")]
    [InlineData(""" "fixed": 5, "freeEvents": 3 """, "10 10 10", "0")]
    [InlineData(""" "fixed": 5, "freeEvents": 3 """, "10 10 10 10", "5.10")]
    [InlineData(""" "fixed": 5, "freeAmount": 15 """, "4 4 4", "0")]
    [InlineData(""" "fixed": 5, "freeAmount": 15 """, "4 4 4 4", "5.01")]
    [InlineData(""" "fixed": 5, "freeAmount": 15 """, "4 4 4 4 10", "10.11")]
    [InlineData(""" "fixed": 5, "freeAmount": 15, "freeEvents": 3 """, "1 1 1", "0")]
    [InlineData(""" "fixed": 5, "freeAmount": 15, "freeEvents": 3 """, "1 1 1 1", "5.01")]
    [InlineData(""" "fixed": 5, "freeAmount": 15, "freeEvents": 3 """, "10", "0")]
    [InlineData(""" "fixed": 5, "freeAmount": 15, "freeEvents": 3 """, "10 10", "5.05")]
    [InlineData(""" "fixed": 5, "freeAmount": 15, "freeEvents": 3 """, "10 10 10", "10.15")]
    [InlineData(""" "fixed": 1, "least": 1.75, "most": 12 """, "100", "2")]
    [InlineData(""" "fixed": 1, "least": 1.75, "most": 12 """, "100 1000", "13")]
    [InlineData(""" "fixed": 1, "least": 1.75, "most": 12 """, "100 1000 10000", "25")]
    public async Task One_percent_at_Lago(string members, string amounts, string total)
    {
        var charge = Use($$"""{ "kind": "percentage", "percent": 1, {{members}} }""");

        Assert.Equal(Number(total), await _rate.January(charge, amounts));
        var tariff = _rate.Tariff(charge);
        var asAmounts = _rate.File("amounts.csv", Events(amounts, "amount"));
        var bills = await Bills("--tariff", tariff, "--usage", asAmounts, "--from", "2025-01-01", "--to", "2025-02-01");
        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // Lago, …/graduated_percentage_spec.rb: 5 % up to 100, then 2 % and a flat 10.
    [Theory]
    [InlineData("50", "2.50")]
    [InlineData("150", "16")]
    public async Task Graduated_percentages_at_Lago(string amount, string total)
    {
        var tariff = _rate.Tariff(Use("""
            { "kind": "graduated-percentage", "steps": [{ "upTo": 100, "price": 5 }, { "price": 2, "fee": 10 }] }
            """));
        var usage = _rate.File("amounts.csv", Events(amount, "amount"));

        var bills = await Bills("--tariff", tariff, "--usage", usage, "--from", "2025-01-01", "--to", "2025-02-01");

        Assert.Equal(Number(total), Sums(bills[0]).Net);
    }

    // Lago, spec/scenarios/coupons_breakdown_spec.rb: eight charges at 10 % and 20 %; 20 off the first two, 10 off the
    // last four, 5 off all that is left. Its tax is rounded once for the document.
    [Theory]
    [InlineData("per-invoice", "183.89")]
    [InlineData("per-rate", "183.90")]
    public async Task Coupons_over_charges_with_two_taxes_at_Lago(string rounding, string total)
    {
        string[] categories = ["a", "b", "a", "a", "a", "b", "a", "a"];
        var charges = categories.Select((category, index) => Charge("events", $"bm{index + 1}", $$"""
            "unit": "u", "aggregation": "sum", "event": "bm{{index + 1}}", "price": { "kind": "flat", "price": 1 }
            """, category));
        string[] coupons =
        [
            Charge("discount", "c1", """ "amount": 20, "of": ["bm1", "bm2"] """, "of-lines"),
            Charge("discount", "c2", """ "amount": 10, "of": ["bm5", "bm6", "bm7", "bm8"] """, "of-lines"),
            Charge("discount", "c3", """ "amount": 5 """, "of-lines"),
        ];
        var usage = "id,time,name,quantity\n" + string.Concat(Enumerable.Range(0, 8).Select(static index =>
            string.Create(CultureInfo.InvariantCulture,
                $"{index},2023-01-02T00:00:00Z,bm{index + 1},{10 * ((index % 4) + 1)}\n")));

        var bills = await Bills(
            "--tariff", _rate.Tariff(string.Join(", ", charges.Concat(coupons)), Taxes), "--usage",
            _rate.File("events.csv", usage), "--set", $"tax-rounding={rounding}");

        Assert.Equal((165m, Number(total)), Sums(bills[0]));
    }

    // Lago, spec/scenarios/taxes_on_invoice_spec.rb: 100 at 10 %, 50 untaxed, 30 made up to 50 at 20 %, 10 off; and
    // coupons of more than there is.
    [Theory]
    [InlineData("10", "209")]
    [InlineData("210", "0")]
    public async Task A_coupon_over_a_plan_and_its_use_at_Lago(string coupon, string total)
    {
        var charges = string.Join(", ",
            Charge("subscription", "plan", """ "per": "month", "price": { "kind": "flat", "price": 100 } """, "a"),
            Charge("events", "fx", """
                "unit": "u", "aggregation": "sum", "event": "fx", "price": { "kind": "flat", "price": 1 }
                """),
            Charge("events", "cards", """
                "unit": "u", "aggregation": "count", "event": "cards", "price": { "kind": "flat", "price": 30 }
                """, "b"),
            Charge("commitment", "least", """ "per": "month", "amount": 50, "of": ["cards"] """, "b"),
            Charge("discount", "coupon", $$""" "amount": {{coupon}} """, "of-lines"));
        var life = _rate.File("life.json", """{ "start": "2023-01-01", "until": "2023-02-02" }""");
        var usage = _rate.File(
            "events.csv", "id,time,name,quantity\n1,2023-01-01T00:00:00Z,fx,50\n2,2023-01-01T00:00:00Z,cards,1\n");

        var bills = await Bills("--tariff", _rate.Tariff(charges, Taxes), "--usage", life, "--usage", usage);

        Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    // Lago, …/prorated_graduated_spec.rb: event after event of September, then October; a charge
    // is rounded as a whole.
    [Theory]
    [InlineData(0, "100")]
    [InlineData(1, "114")]
    [InlineData(2, "184")]
    [InlineData(3, "165.67")]
    [InlineData(4, "179.67")]
    [InlineData(5, "183")]
    [InlineData(6, "187", "370")]
    [InlineData(7, "187", "389.35")]
    public async Task Prorated_ranges_at_Lago(int count, params string[] totals)
    {
        string[] events = ["09-10 2", "09-16 5", "09-20 -6", "09-25 10", "09-26 4", "09-30 60", "10-17 20"];
        var rows = events.Take(count).Select(static (row, index) =>
            $"{index},2023-{row.Split(' ')[0]}T00:00:00Z,use,{row.Split(' ')[1]}\n");
        var charge = Use("""
            { "kind": "graduated", "steps": [{ "upTo": 5, "price": 10, "fee": 100 },
              { "upTo": 15, "price": 5, "fee": 50 }, { "price": 2 }] }
            """).Replace("\"sum\"", "\"prorated-sum\"", StringComparison.Ordinal);

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge), "--usage",
            _rate.File("events.csv", "id,time,name,quantity\n" + string.Concat(rows)),
            "--from", "2023-09-01", "--to", $"2023-{9 + totals.Length}-01", "--set", "line-rounding=charge");

        Assert.Equal(totals.Select(Number), bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    // Flexprice, internal/ee/service/price_test.go.
    [Theory]
    [InlineData(Up, "0", "0")]
    [InlineData(Up, "2", "1")]
    [InlineData(Up, "99", "1")]
    [InlineData(Up, "100", "1")]
    [InlineData(Up, "101", "2")]
    [InlineData(Up, "150", "2")]
    [InlineData(Up, "300", "3")]
    [InlineData(Up, "50", "1")]
    [InlineData(Down, "50", "0")]
    [InlineData(Up, "250", "3")]
    [InlineData(Down, "250", "2")]
    [InlineData("""{ "kind": "flat", "price": 100 }""", "5", "500")]
    [InlineData("""{ "kind": "package", "size": 10, "price": 50 }""", "25", "150")]
    public async Task Packages_at_Flexprice(string price, string quantity, string total) =>
        Assert.Equal(Number(total), await _rate.January(Use(price), quantity));

    [Theory]
    [InlineData("volume", "5", "250")]
    [InlineData("volume", "15", "600")]
    [InlineData("volume", "25", "750")]
    [InlineData("graduated", "5", "250")]
    [InlineData("graduated", "15", "700")]
    [InlineData("graduated", "25", "1050")]
    public async Task Tiers_at_Flexprice(string kind, string quantity, string total) => Assert.Equal(
        Number(total),
        await _rate.January(Use($$"""
            { "kind": "{{kind}}", "steps": [{ "upTo": 10, "price": 50 }, { "upTo": 20, "price": 40 }, { "price": 30 }] }
            """), quantity));

    // The same: slabs of which the first is free, with flat amounts, of single units; and
    // internal/ee/service/fixed_charge_billing_test.go.
    [Theory]
    [InlineData("5:0 10:2 :3", "3", "0")]
    [InlineData("5:0 10:2 :3", "5", "0")]
    [InlineData("5:0 10:2 :3", "7", "4")]
    [InlineData("5:0 10:2 :3", "10", "10")]
    [InlineData("5:0 10:2 :3", "11", "13")]
    [InlineData("5:0 10:2 :3", "15", "25")]
    [InlineData("5:0+1 10:1+2 :2", "3", "1")]
    [InlineData("5:0+1 10:1+2 :2", "7", "5")]
    [InlineData("5:0+1 10:1+2 :2", "12", "12")]
    [InlineData("1:10 2:20 :30", "0", "0")]
    [InlineData("1:10 2:20 :30", "1", "10")]
    [InlineData("1:10 2:20 :30", "2", "30")]
    [InlineData("1:10 2:20 :30", "3", "60")]
    [InlineData("1:10 2:20 :30", "2.5", "45")]
    [InlineData("10:5 50:3 :3", "20", "80")]
    [InlineData("10:5 50:3 :3", "20", "60", "volume")]
    public async Task Slabs_at_Flexprice(string steps, string quantity, string total, string kind = "graduated")
    {
        var written = steps.Split(' ').Select(static step => step.Split(':', '+')).Select(static parts =>
            $$"""{ {{(parts[0].Length > 0 ? $"\"upTo\": {parts[0]}, " : "")}}"price": {{parts[1]}}"""
            + (parts.Length > 2 ? $", \"fee\": {parts[2]} }}" : " }"));

        Assert.Equal(Number(total), await _rate.January(
            Use($$"""{ "kind": "{{kind}}", "steps": [{{string.Join(", ", written)}}] }"""), quantity));
    }

    // Flexprice, internal/ee/service/line_item_proration_test.go: 20 a month, added in the course of April. There a
    // month ends a second early, which makes no cent.
    [Theory]
    [InlineData("2026-04-01", "20")]
    [InlineData("2026-04-11", "13.33")]
    [InlineData("2026-04-21", "6.67")]
    [InlineData("2026-04-30", "0.67")]
    public async Task Additions_at_Flexprice(string start, string charge)
    {
        var life = _rate.File("life.json", $$"""{ "start": "{{start}}", "billingDay": 1, "until": "2026-05-01" }""");

        var bills = await Bills("--tariff", _rate.Tariff(Plan(20)), "--usage", life);

        Assert.Equal(Number(charge), Sums(bills[0]).Net);
    }

    // Flexprice, internal/domain/proration/calculator_test.go: changes on 15 March, 17 of 31 days are left.
    [Theory]
    [InlineData(10, 1, 20, 1, "5.49")]
    [InlineData(50, 2, 30, 1, "-38.39")]
    [InlineData(10, 5, 10, 10, "27.42")]
    public async Task Changes_at_Flexprice(int oldPrice, int oldQuantity, int price, int quantity, string net)
    {
        var bills = await Bills(
            "--tariff", _rate.Tariff(Plan(oldPrice), id: "old"), "--tariff", _rate.Tariff(Plan(price), id: "new"),
            "--usage", _rate.File("life.json", $$"""
                { "start": "2024-03-01", "quantity": {{oldQuantity}}, "until": "2024-03-31", "actions": [
                  { "on": "2024-03-15", "change": "new" }, { "on": "2024-03-15", "quantity": {{quantity}} }] }
                """));

        Assert.Equal(Number(net), Sums(bills[1]).Net);
    }

    // Zuora, "When prorating a month, assume 30 days in a month or use actual days?": 900 a month from the day on.
    [Theory]
    [InlineData("2021-01-27", 1, "", "145.16")]
    [InlineData("2021-01-27", 1, "part-divisor=30", "150")]
    [InlineData("2021-01-27", 1, "part-count=thirty-day-month", "120")]
    [InlineData("2021-02-27", 1, "", "64.29")]
    [InlineData("2021-02-27", 1, "part-divisor=30", "60")]
    [InlineData("2021-02-27", 1, "part-count=thirty-day-month", "120")]
    [InlineData("2020-02-01", 1, "", "900")]
    [InlineData("2020-02-01", 1, "part-count=thirty-day-month", "900")]
    [InlineData("2021-04-21", 30, "part-divisor=30", "270")]
    [InlineData("2021-04-21", 30, "part-count=thirty-day-month", "270")]
    public async Task Parts_of_months_at_Zuora(string start, int billingDay, string settings, string first)
    {
        var life = _rate.File("life.json", $$"""
            { "start": "{{start}}", "billingDay": {{billingDay}}, "until": "{{start[..4]}}-12-31" }
            """);

        var bills = await Bills(["--tariff", _rate.Tariff(Plan(900)), "--usage", life, .. Set(settings)]);

        Assert.Equal(Number(first), Sums(bills[0]).Net);
    }

    public void Dispose() => _rate.Dispose();

    private const string Taxes = """
        , "taxes": [{ "code": "A", "text": "A", "percent": 10, "categories": ["a"] },
          { "code": "B", "text": "B", "percent": 20, "categories": ["b"] }]
        """;

    private static string Plan(int price) => Charge("subscription", "plan", $$"""
        "per": "month", "inAdvance": true, "item": "seat", "price": { "kind": "flat", "price": {{price}} }
        """);
}
