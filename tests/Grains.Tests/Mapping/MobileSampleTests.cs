using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using NodaTime;
using NodaTime.Text;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Tests.Mapping;

public sealed class MobileSampleTests
{
    [Fact]
    public void The_mobile_sample_rates_its_calls_to_the_cent()
    {
        // 100 minutes are included: 90 for call 1, the first 10 of call 2. The other 5 minutes of call 2 and the 5 of
        // its continuation are at night: 0.30 each. Call 7 finds nothing left: 0.05 + a first minute at 0.06.
        // Premium: 1.99 + 30 s at 1.20 a minute. World: two begun minutes at 0.90.
        var document = TariffJson.Read(File.ReadAllText(Sample("tariffs", "mobile.json")));
        var tariff = TariffMapping.ToDomain(document).Tariff!;
        var march = new Period(new LocalDate(2025, 3, 1), new LocalDate(2025, 4, 1));
        var usage = new ContractUsage(new ServicePoint("P1", "LE1", []), [], []);

        var result = ContractRating.Rate(
            new RatingRequest("C1", tariff, march, march, usage, [], 5, Currency.Of("EUR"), DateTimeZone.Utc)
            {
                Calls = [.. File.ReadLines(Sample("calls", "mobile.csv")).Skip(1).Select(RecordOf)],
            });

        Assert.Empty(result.Holds);
        Assert.Equal(
            [
                ("Mobile 100", 1500L), ("Calls: own network", 0L), ("Calls: Germany", 30L), ("Calls: Germany", 41L),
                ("Calls: Germany, received", 0L), ("Calls: premium", 259L), ("Calls: world", 180L),
                ("100 minutes included", 0L),
            ],
            result.Lines.Select(line => (line.Text, line.Amount.Minor)));
        Assert.Equal(100m, result.Lines[^1].Quantity);
    }

    private static CallRecord RecordOf(string line)
    {
        var row = line.Split(',');
        return new CallRecord(
            row[0],
            OffsetDateTimePattern.Rfc3339.Parse(row[1]).Value.ToInstant(),
            decimal.Parse(row[2], null),
            row[3],
            row[4],
            row[5] == "out" ? CallDirection.Out : CallDirection.In)
        {
            Session = row[6].Length == 0 ? null : row[6],
            IsContinuation = row[7] == "true",
        };
    }

    private static string Sample(string folder, string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "BillingActors.sln")))
            root = root.Parent;
        return Path.Combine(root!.FullName, "samples", folder, name);
    }
}
