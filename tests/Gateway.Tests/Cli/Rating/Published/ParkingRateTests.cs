using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Fees for parking in test suites, each named and read on 27 November 2026, as sessions whose price changes with how
/// long they last.
/// </summary>
public sealed class ParkingRateTests : IDisposable
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    private readonly PublishedRate _rate = new();

    // Parking calculator, its test cases (a stored copy of GitHub's without its owner, 18400908239; the same rates are
    // in github.com/anlsergio/go_bdd, parking_lot/README.md, b839b1fd): 12 up to five hours and 18 a day.
    [Theory]
    [InlineData("0:00", "0")]
    [InlineData("0:01", "12")]
    [InlineData("5:00", "12")]
    [InlineData("5:01", "18")]
    [InlineData("24:00", "18")]
    [InlineData("24:01", "30")]
    public async Task Valet(string time, string fee) => Assert.Equal(
        Number(fee),
        await Parked(Minutes(time), string.Join(", ", Days(static day => $"""
            {Step(day, 12m, 5 * Hour)}, {Step(day + (5 * Hour), 6m, 19 * Hour)}
            """))));

    // 2 for the first hour, 1 for each half hour more, at most 24 a day.
    [Theory]
    [InlineData("0:00", "0")]
    [InlineData("0:01", "2")]
    [InlineData("1:00", "2")]
    [InlineData("1:01", "3")]
    [InlineData("1:30", "3")]
    [InlineData("1:31", "4")]
    [InlineData("12:00", "24")]
    [InlineData("12:01", "24")]
    [InlineData("24:00", "24")]
    [InlineData("24:01", "26")]
    public async Task Short_term(string time, string fee) => Assert.Equal(
        Number(fee),
        await Parked(Minutes(time), string.Join(", ", Days(static day => $"""
            {Step(day, 2m, Hour)}, {Step(day + Hour, 1m, Hour / 2)}, {Step(day + (12 * Hour), 0m, 12 * Hour)}
            """))));

    // 2 an hour, so much a day, the seventh day of a week free: the garage, the field and the farthest lot.
    [Theory]
    [InlineData(12, "0:00", "0")]
    [InlineData(12, "0:01", "2")]
    [InlineData(12, "1:00", "2")]
    [InlineData(12, "1:01", "4")]
    [InlineData(12, "6:00", "12")]
    [InlineData(12, "6:01", "12")]
    [InlineData(12, "24:00", "12")]
    [InlineData(12, "24:01", "14")]
    [InlineData(12, "144:00", "72")]
    [InlineData(12, "144:01", "72")]
    [InlineData(12, "168:00", "72")]
    [InlineData(12, "168:01", "74")]
    [InlineData(10, "0:01", "2")]
    [InlineData(10, "1:01", "4")]
    [InlineData(10, "5:00", "10")]
    [InlineData(10, "5:01", "10")]
    [InlineData(10, "24:00", "10")]
    [InlineData(10, "24:01", "12")]
    [InlineData(10, "144:00", "60")]
    [InlineData(10, "144:01", "60")]
    [InlineData(10, "168:00", "60")]
    [InlineData(10, "168:01", "62")]
    [InlineData(9, "0:01", "2")]
    [InlineData(9, "1:01", "4")]
    [InlineData(9, "4:00", "8")]
    [InlineData(9, "4:01", "9")]
    [InlineData(9, "5:00", "9")]
    [InlineData(9, "5:01", "9")]
    [InlineData(9, "24:00", "9")]
    [InlineData(9, "24:01", "11")]
    [InlineData(9, "144:00", "54")]
    [InlineData(9, "144:01", "54")]
    [InlineData(9, "168:00", "54")]
    [InlineData(9, "168:01", "56")]
    public async Task Long_term(int mostOfDay, string time, string fee)
    {
        string OfDay(int day)
        {
            var whole = mostOfDay / 2;
            var rest = mostOfDay % 2;
            var last = day + ((whole + rest) * Hour);
            return Step(day, 2m, Hour)
                + (rest == 0 ? "" : ", " + Step(day + (whole * Hour), 1m, Hour))
                + ", " + Step(last, 0m, day + Day - last);
        }

        var steps = Days(OfDay).ToList();
        steps[6] = Step(6 * Day, 0m, Day);

        Assert.Equal(Number(fee), await Parked(Minutes(time), string.Join(", ", steps)));
    }

    // Charge+ (github.com/kovoor/parking-fee-calculator, tests of its calculator, 4838584498): a quarter of
    // an hour is free; 3 for three hours and 1.50 an hour on weekdays, 5 and 2 at the weekend, after five minutes of
    // grace; at most 20 and 40 of a day, each day by itself.
    [Theory]
    [InlineData("2021-10-25T08:16", "2021-10-25T08:27", "0")]
    [InlineData("2024-07-05T08:00", "2024-07-05T08:15", "0")]
    [InlineData("2024-07-05T08:16", "2024-07-05T08:32", "3")]
    [InlineData("2024-07-07T08:16", "2024-07-07T08:32", "5")]
    [InlineData("2021-10-25T08:00", "2021-10-25T11:05", "3")]
    [InlineData("2021-10-25T08:00", "2021-10-25T11:06", "4.50")]
    [InlineData("2023-01-25T08:16", "2023-01-25T12:19", "4.50")]
    [InlineData("2023-01-25T08:00", "2023-01-25T11:00", "3")]
    [InlineData("2023-01-25T08:00", "2023-01-25T12:00", "4.50")]
    [InlineData("2023-01-28T08:00", "2023-01-28T11:00", "5")]
    [InlineData("2023-01-28T08:00", "2023-01-28T12:00", "7")]
    [InlineData("2023-01-25T06:00", "2023-01-25T23:00", "20")]
    [InlineData("2023-01-28T01:00", "2023-01-28T23:00", "40")]
    [InlineData("2023-01-25T08:00", "2023-01-26T08:00", "30.50")]
    [InlineData("2023-01-25T06:00", "2023-01-26T23:00", "40")]
    [InlineData("2023-01-27T06:00", "2023-01-28T12:00", "43")]
    [InlineData("2023-01-27T06:00", "2023-01-30T12:00", "116.50")]
    [InlineData("2024-07-05T23:30", "2024-07-06T00:30", "8")]
    [InlineData("2024-07-03T08:00", "2024-07-05T08:00", "50.50")]
    [InlineData("2024-07-06T08:00", "2024-07-08T08:00", "81.50")]
    [InlineData("2024-07-05T23:59", "2024-07-06T00:30", "5")]
    [InlineData("2024-07-07T23:59", "2024-07-08T00:30", "3")]
    [InlineData("2024-07-05T08:00", "2024-07-05T23:00", "20")]
    [InlineData("2024-07-06T01:00", "2024-07-06T23:00", "40")]
    [InlineData("2024-06-29T08:00", "2024-07-10T08:00", "301.50")]
    public async Task Days_and_their_most(string from, string until, string fee)
    {
        static string Rate(string period, decimal first, decimal next, int most) => $$"""
            { "prefix": "", "period": "{{period}}", "freeIfShorterThan": 901, "most": {{most}}, "steps": [
              {{Step(0, first, 3 * Hour)}}, {{Step(3 * Hour, 0m, 300)}}, {{Step((3 * Hour) + 300, next, Hour)}}] }
            """;
        var charge = Charge("calls", "parking", $$"""
            "event": "call", "unit": "hour", "calendar": "days", "rates": [
              {{Rate("week", 3m, 1.5m, 20)}}, {{Rate("weekend", 5m, 2m, 40)}}]
            """);
        const string Calendar = """
            , "calendars": [{ "id": "days", "rules": [
                { "days": ["weekend"], "from": "00:00", "until": "24:00", "period": "weekend" }], "otherwise": "week" }]
            """;
        var (start, end) = (TimeOf(from), TimeOf(until));
        var days = new List<string>();
        for (var at = start; at < end; at = at.Date.AddDays(1))
        {
            var left = (at.Date.AddDays(1) < end ? at.Date.AddDays(1) : end) - at;
            days.Add($"{days.Count},{at:yyyy-MM-ddTHH:mm:ss}Z,{left.TotalSeconds:0},1");
        }

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, Calendar, currency: "SGD"),
            "--usage", _rate.File("parked.csv", "id,start,seconds,to\n" + string.Join('\n', days) + "\n"));

        Assert.Equal(Number(fee), bills.EnumerateArray().Sum(static bill => Sums(bill).Net));
    }

    // A short stay from Thursday to Saturday (github.com/shantanusrivastv/ParkingManagement, README): 1.10 an hour from
    // eight to six on weekdays.
    [Fact]
    public async Task Days_of_the_week()
    {
        const string Calendar = """
            , "calendars": [{ "id": "hours", "rules": [
                { "days": ["weekday"], "from": "08:00", "until": "18:00", "period": "day" }], "otherwise": "free" }]
            """;
        var charge = Charge("calls", "parking", """
            "event": "call", "unit": "hour", "calendar": "hours", "rates": [
              { "prefix": "", "period": "day", "price": 1.10 }, { "prefix": "", "period": "free", "price": 0 }]
            """);

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, Calendar, currency: "GBP"), "--usage",
            _rate.File("parked.csv", "id,start,seconds,to\n1,2017-09-07T16:50:00Z,181500,1\n"));

        Assert.Equal(12.28m, Sums(bills[0]).Net);
    }

    public void Dispose() => _rate.Dispose();

    private static DateTime TimeOf(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static int Minutes(string time)
    {
        var at = time.IndexOf(':', StringComparison.Ordinal);
        return (int)((Number(time[..at]) * 60) + Number(time[(at + 1)..]));
    }

    /// <summary>A step from some seconds on that costs an amount for each begun increment.</summary>
    private static string Step(int from, decimal amount, int increment)
    {
        var price = (amount * Hour / increment).ToString("0.################", CultureInfo.InvariantCulture);
        return $$"""{ "from": {{from}}, "price": {{price}}, "increment": {{increment}} }""";
    }

    private static IEnumerable<string> Days(Func<int, string> ofDay) =>
        Enumerable.Range(0, 8).Select(day => ofDay(day * Day));

    private async Task<decimal> Parked(int minutes, string steps)
    {
        var charge = Charge("calls", "parking", $$"""
            "event": "call", "unit": "hour", "rates": [{ "prefix": "", "steps": [{{steps}}] }]
            """);
        var bills = await Bills(
            "--tariff", _rate.Tariff(charge), "--from", "2025-01-01", "--to", "2025-02-01", "--usage",
            _rate.File("parked.csv", $"id,start,seconds,to\n1,2025-01-02T10:00:00Z,{minutes * 60},1\n"));
        return Sums(bills[0]).Net;
    }
}
