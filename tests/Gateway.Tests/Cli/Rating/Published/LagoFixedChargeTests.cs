using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Fixed charges of Lago, whose units are set by events and count by days or not, and promised amounts beside fees in
/// advance, as its tests expect them (getlago/lago-api at 1b1c24a6, spec/services/fees/fixed_charge_service_spec.rb and
/// spec/scenarios/commitments/minimum, read on 27 November 2026).
/// </summary>
public sealed class LagoFixedChargeTests : IDisposable
{
    private const string Graduated = """
        { "kind": "graduated", "steps": [{ "upTo": 5, "price": 0.1, "fee": 10 }, { "price": 2, "fee": 20 }] }
        """;

    private const string Volume = """
        { "kind": "volume", "steps": [{ "upTo": 10, "price": 0.1, "fee": 10 }, { "price": 2, "fee": 20 }] }
        """;

    private readonly PublishedRate _rate = new();

    // From 17 March 2022 on, by calendar months. Ten units from the 29th, from the start, and from the 22nd on; 62 and
    // 31 for five days, then 3.1, of which the whole quantity decides the step.
    [Theory]
    [InlineData("prorated-sum", """{ "kind": "flat", "price": 310 }""", "29:10", "300")]
    [InlineData("prorated-sum", """{ "kind": "flat", "price": 310 }""", "17:10", "1500")]
    [InlineData("prorated-sum", """{ "kind": "flat", "price": 310 }""", "22:10", "1000")]
    [InlineData("latest", """{ "kind": "flat", "price": 20 }""", "29:10", "200")]
    [InlineData("latest", """{ "kind": "flat", "price": 12.5 }""", "17:8", "100")]
    [InlineData("latest", Graduated, "22:62 27:3.1", "10.31")]
    [InlineData("latest", Volume, "22:31 27:3.1", "10.31")]
    [InlineData("prorated-sum", Volume, "22:31 27:-27.9", "10.55")]
    public async Task Units_of_a_part_of_March(string aggregation, string price, string units, string amount) =>
        Assert.Equal(Number(amount), await Part("2022-03-17", "2022-04-01", aggregation, price, units));

    // Upgraded on 17 April: the new charge of 30 counts for 14 of 30 days.
    [Fact]
    public async Task Units_after_an_upgrade() => Assert.Equal(
        140m,
        await Part("2022-04-17", "2022-05-01", "prorated-sum", """{ "kind": "flat", "price": 30 }""", "17:10"));

    // in_advance_spec.rb: 10,000 promised, 1,000 in advance; what is short is billed when the period has ended.
    [Theory]
    [InlineData("week", "calendar", "2023-02-01", "2023-02-07", "6428.57")]
    [InlineData("week", "anniversary", "2023-02-01", "2023-02-09", "9000")]
    [InlineData("month", "calendar", "2023-02-04", "2023-03-02", "8035.71")]
    [InlineData("month", "anniversary", "2023-02-04", "2023-03-05", "9000")]
    [InlineData("quarter", "calendar", "2023-02-04", "2023-04-02", "5600")]
    [InlineData("quarter", "anniversary", "2023-02-04", "2023-05-05", "9000")]
    [InlineData("year", "calendar", "2022-02-01", "2023-01-02", "8235.61")]
    [InlineData("year", "anniversary", "2022-02-04", "2023-02-05", "9000")]
    public async Task A_promise_beside_a_fee_in_advance(
        string per, string alignment, string start, string until, string shortfall) => Assert.Equal(
        [Number(shortfall)],
        await Promised(per, $$""" "until": "{{until}}" """, start, $"billing-alignment={alignment}"));

    // Ended on 15 February, which counts: three of seven days are promised, and the fee of the week is kept whole.
    [Fact]
    public async Task A_promise_of_a_week_that_is_cut() => Assert.Equal(
        [6428.57m, 9000m, 3285.71m],
        await Promised(
            "week", """ "until": "2023-03-01", "actions": [{ "on": "2023-02-15", "cancel": true }] """, "2023-02-01",
            "billing-alignment=calendar last-day=inclusive cancel-credit=none"));

    // pay_in_advance_units_change_spec.rb: ten units at 10 in advance, not by days. What is more than the highest
    // number paid in March is billed whole; what is less gives nothing back, and counts from April on.
    [Theory]
    [InlineData("03-06 5", "100, April 50")]
    [InlineData("03-06 15", "100, 50, April 150")]
    [InlineData("03-06 5, 03-11 15", "100, 50, April 150")]
    [InlineData("03-06 15, 03-11 20", "100, 50, 50, April 200")]
    public async Task Units_that_change_after_they_were_paid(string changes, string amounts)
    {
        var actions = string.Join(", ", changes.Split(", ").Select(static change =>
            $$"""{ "on": "2024-{{change[..5]}}", "quantity": {{change[6..]}} }"""));
        var charge = Charge("subscription", "units", """
            "per": "month", "inAdvance": true, "item": "unit", "price": { "kind": "flat", "price": 10 }
            """);
        var bills = await Bills(
        [
            "--tariff", _rate.Tariff(charge, currency: "EUR"), "--usage",
            _rate.File("life.json", $$"""
                { "start": "2024-03-01", "quantity": 10, "until": "2024-04-02", "actions": [{{actions}}] }
                """),
            .. Set("billing-alignment=calendar quantity-change=highest"),
        ]);

        Assert.Equal(amounts, string.Join(", ", bills.EnumerateArray()
            .SelectMany(static bill => bill.GetProperty("lines").EnumerateArray().Select(line => (
                Month: bill.GetProperty("from").GetString()![..7], Amount: line.GetProperty("amount").GetString()!)))
            .Select(static line => (line.Month == "2024-04" ? "April " : "") + $"{Number(line.Amount):0.##}")));
    }

    public void Dispose() => _rate.Dispose();

    private async Task<decimal> Part(string from, string to, string aggregation, string price, string units)
    {
        var charge = Charge("events", "use", $$"""
            "unit": "u", "aggregation": "{{aggregation}}", "event": "use", "price": {{price}}
            """);
        var events = string.Concat(units.Split(' ').Select((one, index) =>
            $"{index},{from[..8]}{one.Split(':')[0]}T00:00:00Z,use,{one.Split(':')[1]}\n"));
        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, currency: "EUR"),
            "--usage", _rate.File("units.csv", "id,time,name,quantity\n" + events), "--from", from, "--to", to,
            "--set", "partial-use=period", "--set", "line-rounding=charge");
        return Sums(bills[0]).Net;
    }

    private async Task<decimal[]> Promised(string per, string members, string start, string settings)
    {
        var charges = string.Join(", ",
            Charge("subscription", "fee", $$"""
                "per": "{{per}}", "inAdvance": true, "price": { "kind": "flat", "price": 1000 }
                """),
            Charge("commitment", "promised", $$""" "per": "{{per}}", "amount": 10000 """));
        var life = _rate.File("life.json", $$"""{ "start": "{{start}}", {{members}} }""");
        var bills = await Bills(
            ["--tariff", _rate.Tariff(charges, currency: "EUR"), "--usage", life, .. Set(settings)]);
        return
        [
            .. bills.EnumerateArray().SelectMany(static bill => bill.GetProperty("lines").EnumerateArray())
                .Where(static line => line.GetProperty("code").GetString() == "promised")
                .Select(static line => Number(line.GetProperty("amount").GetString()!)),
        ];
    }
}
