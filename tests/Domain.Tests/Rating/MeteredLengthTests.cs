using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>Intervals of 5, 15, 30 and 60 minutes in one meter.</summary>
public sealed class MeteredLengthTests
{
    // Each channel counts 10 Wh a minute by day and none at night: 372 hours of a month; on the days on which the clock
    // is changed it is the night that is shorter or longer.
    [Theory]
    [InlineData("2025-01-01", "2025-02-01", 372)]
    [InlineData("2025-03-30", "2025-03-31", 12)]
    [InlineData("2025-10-26", "2025-10-27", 12)]
    public void Channels_of_any_length_are_one_use(string from, string until, int hours)
    {
        var days = Days(from, until);
        int[] lengths = [5, 15, 30, 60];
        var channels = lengths.Select(minutes => Channel($"E{minutes}", minutes, 60)).ToArray();
        var price = new PriceModel.TimeOfUse(
            "hours", [new("day", new PriceModel.Flat(1m)), new("night", new PriceModel.Flat(2m))]);

        var result = ContractRating.Rate(Rated(Tariff(Energy(price)).With(Hours), days, Smart(channels)).With(
            channels.SelectMany(channel => Load(channel, days, at => InDay(at) ? channel.IntervalMinutes : 0, 2))));

        // 0.6 kWh an hour and channel.
        var line = Assert.Single(result.Lines);
        Assert.Equal(("day", hours * 0.6m * 4m), (line.TimeOfUse, line.Quantity));
    }

    private static bool InDay(Instant at) => at.InZone(Berlin).Hour is >= 8 and < 20;
}
