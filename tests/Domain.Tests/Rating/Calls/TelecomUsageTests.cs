using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>Real shapes of records, with costs worked out a second, plain way.</summary>
[Trait("Group", "ReferenceData")]
public sealed class TelecomUsageTests
{
    [Fact]
    public void Calls_and_messages_of_a_year_cost_what_a_plain_loop_says()
    {
        var records = Rows("bandicoot_u_test_cdr.csv", ';').Select(RecordOf).ToArray();
        var request = Over(records, Rated(
            Plan("minute", Rate("all", 0.12m, 60, 1) with { Connect = 0.05m }), Plan("count", Rate("all", 0.09m))));

        var bill = CallRating.RateAll(request.With(records));

        var made = records.Where(record => record.Direction == CallDirection.Out).ToList();
        var calls = made.Where(record => record is { Event: "call", Quantity: > 0 })
            .Sum(record => 0.05m + (decimal.Max(60, record.Quantity) * 0.12m / 60));
        var messages = made.Count(record => record.Event == "sms") * 0.09m;
        Assert.Empty(bill.Suspended);
        Assert.Equal(500, bill.Calls.Length);
        Assert.Equal(decimal.Round(calls + messages, 20), decimal.Round(bill.Calls.Sum(call => call.Amount), 20));
        Assert.True(calls > 0 && messages > 0);
    }

    [Fact]
    public void Data_of_many_subscribers_draws_from_a_bucket_of_each()
    {
        // 100 MB each, then 0.05 for each begun MB.
        var records = Rows("cider_mobiledata.csv", ',').Skip(1).Select(DataOf).ToArray();
        var bucket = new Domain.Tariffs.Calls.Buckets.BucketRule(
            "data", "data", "MB", 100m, Domain.Tariffs.Calls.Buckets.BucketSpan.Period)
        {
            IsPerSubscriber = true,
        };
        var request = Over(records, Rated(Plan("MB", Rate("all", 0.05m, 1_000_000, 1_000_000)))).With(bucket);

        var bill = CallRating.RateAll(request.With(records));

        var expected = 0.05m * records.GroupBy(record => record.From).Sum(own =>
            decimal.Max(0, own.Sum(record => decimal.Ceiling(record.Quantity / 1_000_000m)) - 100m));
        Assert.Equal(expected, bill.Calls.Sum(call => call.Amount));
        Assert.True(expected > 0);
    }

    private static CallRecord RecordOf(string[] row, int index)
    {
        var isOut = row[1] == "11";
        var quantity = row[0] == "1" ? decimal.Parse(row[5], CultureInfo.InvariantCulture) : 1m;
        return Call($"{index}", Workday, quantity) with
        {
            Start = TimeOf(row[4]),
            From = isOut ? row[2] : row[3],
            To = isOut ? row[3] : row[2],
            Direction = isOut ? CallDirection.Out : CallDirection.In,
            Event = row[0] == "1" ? "call" : "sms",
        };
    }

    private static CallRecord DataOf(string[] row, int index) => Call($"{index}", Workday, 0, "internet") with
    {
        Start = TimeOf(row[2]),
        From = row[0],
        Quantity = decimal.Round(decimal.Parse(row[1], CultureInfo.InvariantCulture) * 1_000_000m),
        Event = "data",
    };

    private static Instant TimeOf(string text) =>
        At(text.Replace(' ', 'T'));

    private static RatingRequest Over(CallRecord[] records, RatingRequest request)
    {
        var days = records.Select(record => record.Start.InZone(Given.Berlin).Date).ToList();
        var versions = request.Tariff.Versions.Select(version => version with { ValidFrom = days.Min() });
        return request.In(new Period(days.Min(), days.Max().PlusDays(1))) with
        {
            Tariff = request.Tariff with { Versions = [.. versions] },
        };
    }

    private static IEnumerable<string[]> Rows(string name, char separator)
    {
        var file = Path.Combine(Folder(), "telecom-usage", name);
        if (!File.Exists(file))
            Assert.Skip("reference data absent");
        return File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split(separator));
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("BILLING_REFERENCE_DATA") is { Length: > 0 } given)
            return given;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data");
    }
}
