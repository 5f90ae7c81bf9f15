using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Sessions of charging and standing idle as the tests of ev-receipt work them out (@ev-receipt/core, ocpi.test.ts, a
/// stored copy of GitHub's without its owner, 40390560554, read on 27 November 2026): grace and a most of minutes that
/// count over all spans of a session, and fees of a weekend or an evening.
/// </summary>
public sealed class IdleFeeTests : IDisposable
{
    private readonly PublishedRate _rate = new();

    // Minutes that are free, the price of a minute from then on, the minute after which no more are counted; the spans.
    [Theory]
    [InlineData(10, "0.50", 0, "8", "0")]
    [InlineData(10, "0.50", 0, "25", "7.50")]
    [InlineData(0, "0.25", 30, "60", "7.50")]
    [InlineData(5, "1.00", 35, "50", "30")]
    [InlineData(0, "0.20", 0, "15", "3")]
    [InlineData(0, "0.25", 0, "25", "6.25")]
    [InlineData(45, "0.10", 0, "40", "0")]
    [InlineData(45, "0.10", 0, "75", "3")]
    [InlineData(45, "0.10", 0, "15", "0")]
    [InlineData(45, "0.10", 0, "60", "1.50")]
    [InlineData(10, "0.50", 70, "5", "0")]
    [InlineData(10, "0.50", 70, "45", "17.50")]
    [InlineData(10, "0.50", 70, "180", "30")]
    [InlineData(10, "0.50", 70, "35 75", "30")]
    [InlineData(30, "0.25", 0, "60", "7.50")]
    [InlineData(30, "0.20", 0, "60 135", "33")]
    [InlineData(15, "0.25", 0, "10 65 45", "26.25")]
    [InlineData(15, "0.25", 0, "3 7", "0")]
    [InlineData(0, "0.15", 0, "120 180", "45")]
    [InlineData(0, "0.15", 0, "30 90", "18")]
    [InlineData(60, "2.00", 180, "180", "240")]
    [InlineData(120, "3.00", 300, "120 180", "540")]
    public async Task Standing(int grace, string price, int last, string spans, string fee)
    {
        static string Step(int from, string price, int increment) =>
            $$"""{ "from": {{from * 60}}, "price": {{price}}, "increment": {{increment * 60}} }""";
        var steps = new List<string>();
        if (grace > 0)
            steps.Add(Step(0, "0", 1));
        steps.Add(Step(grace, price, 1));
        if (last > 0)
            steps.Add(Step(last, "0", 1));
        var charge = Charge("calls", "idle", $$"""
            "event": "call", "unit": "minute", "rates": [{ "prefix": "", "steps": [{{string.Join(", ", steps)}}] }]
            """);
        var lines = spans.Split(' ').Select(static (minutes, index) =>
            $"{index},2025-12-26T{8 + index:00}:00:00Z,{Number(minutes) * 60},1,s,{(index > 0 ? "true" : "false")}");

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, currency: "GBP"), "--usage",
            _rate.File("idle.csv", "id,start,seconds,to,session,continuation\n" + string.Join('\n', lines) + "\n"));

        Assert.Equal(Number(fee), Sums(bills[0]).Net);
    }

    // Whole kWh, steps of five, a fee, minutes of charging; taxes of a fifth where it has them.
    [Theory]
    [InlineData("energy 0.30 1", "energy 50", "15.00", "18.00")]
    [InlineData("energy 0.30 1", "energy 32.5", "9.90")]
    [InlineData("energy 0.30 5", "energy 12", "4.50")]
    [InlineData("energy 0.30 5", "energy 15", "4.50")]
    [InlineData("energy 0.25 1, fee 1.00 1", "energy 20, fee 1", "6.00")]
    [InlineData("energy 0.30 1, fee 1.00 1", "energy 50, fee 1", "16.00", "19.20")]
    [InlineData("energy 0.20 1, time 0.10 1", "energy 25, time 30", "8.00")]
    [InlineData("energy 0.30 1, time 0.05 1", "energy 45, time 45", "15.75")]
    [InlineData("energy 0.30 1, time 0.05 1", "energy 25, energy 35, time 30, time 60", "22.50")]
    [InlineData("energy 0.35 1, time 0.10 1, idle 0.25 1", "energy 40, time 35, idle 25", "23.75")]
    [InlineData("fee 0.50 1, energy 0.35 1, time 0.05 5, idle 0.25 1", "fee 1, energy 45, time 35, idle 5",
        "19.25", "23.10")]
    [InlineData("fee 0.99 1, energy 0.79 1", "fee 1, energy 50", "40.49", "48.59")]
    [InlineData("energy 0.40 1, time 0.05 1, idle 0.15 1", "energy 15, time 60, idle 120, energy 10, time 45, idle 180",
        "60.25")]
    public async Task Charging(string prices, string records, string net, string total = "")
    {
        var charges = prices.Split(", ").Select(static one => one.Split(' ')).Select(static words => Charge(
            "calls", words[0], $$"""
                "event": "{{words[0]}}", "unit": "count", "rates": [
                  { "prefix": "", "price": {{Number(words[1]) / 1000m}}, "increment": {{words[2]}}000 }]
                """, "v"));
        var lines = records.Split(", ").Select(static (record, index) =>
        {
            var words = record.Split(' ');
            return $"{index},{words[0]},2025-12-26T{8 + index:00}:00:00Z,{Number(words[1]) * 1000:0},1";
        });

        var bills = await Bills(
            "--tariff", _rate.Tariff(
                string.Join(", ", charges),
                """, "taxes": [{ "code": "V", "text": "V", "percent": 20, "categories": ["v"] }]""", currency: "GBP"),
            "--usage", _rate.File("records.csv", "id,event,start,seconds,to\n" + string.Join('\n', lines) + "\n"));

        Assert.Equal(Number(net), Sums(bills[0]).Net);
        if (total.Length > 0)
            Assert.Equal(Number(total), Sums(bills[0]).Total);
    }

    // A fee on Saturdays and Sundays; 0.10 more from five to nine; a fee of the evening; free in the week.
    [Theory]
    [InlineData("weekend", "0.25", 2, "2025-12-27T10:00", 40, "12")]
    [InlineData("weekend", "0.25", 2, "2025-12-26T10:00", 40, "10")]
    [InlineData("17:00 21:00", "0.35", 0, "2025-12-26T18:00", 30, "10.50")]
    [InlineData("17:00 21:00", "0.35 0.25", 0, "2025-12-26T10:00", 30, "7.50")]
    [InlineData("18:00 23:59", "0.45", 5, "2025-12-26T19:00", 60, "32")]
    [InlineData("18:00 23:59", "0.45", 5, "2025-12-26T10:00", 40, "18")]
    [InlineData("weekend", "0.35 0", 0, "2025-12-29T09:00", 25, "0")]
    [InlineData("weekend", "0.35 0", 0, "2025-12-27T10:00", 30, "10.50")]
    public async Task By_the_time_of_the_start(
        string times, string prices, int fee, string start, int kWh, string net)
    {
        var special = times == "weekend"
            ? """ "days": ["weekend"], "from": "00:00", "until": "24:00" """
            : $$""" "from": "{{times[..5]}}", "until": "{{times[6..]}}" """;
        var (within, otherwise) = (prices.Split(' ')[0], prices.Split(' ')[^1]);
        var charge = Charge("calls", "energy", $$"""
            "event": "call", "unit": "count", "calendar": "times", "rates": [
              { "prefix": "", "period": "special", "price": {{within}}, "connect": {{fee}} },
              { "prefix": "", "period": "other", "price": {{otherwise}} }]
            """);
        var calendar = $$"""
            , "calendars": [{ "id": "times", "rules": [{ {{special}}, "period": "special" }], "otherwise": "other" }]
            """;

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, calendar, currency: "GBP"), "--usage",
            _rate.File("energy.csv", $"id,start,seconds,to\n1,{start}:00Z,{kWh},1\n"),
            "--set", "call-split=rate-of-start");

        Assert.Equal(Number(net), Sums(bills[0]).Net);
    }

    // 5 less from 50 kWh on, 10 less from 100 kWh on.
    [Theory]
    [InlineData("0.35", 50, 5, 60, "16")]
    [InlineData("0.35", 50, 5, 30, "10.50")]
    [InlineData("0.28", 100, 10, 150, "32")]
    [InlineData("0.28", 100, 10, 80, "22.40")]
    public async Task Less_for_much(string price, int much, int less, int kWh, string net) => Assert.Equal(
        Number(net),
        await _rate.January(
            Use($$"""
                { "kind": "graduated", "steps": [{ "upTo": {{much}}, "price": {{price}} },
                  { "price": {{price}}, "fee": -{{less}} }] }
                """),
            $"{kWh}"));

    public void Dispose() => _rate.Dispose();
}
