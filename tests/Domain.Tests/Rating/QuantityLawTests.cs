using BillingActors.Domain.Rating.Metered;
using CsCheck;
using NodaTime;

namespace BillingActors.Domain.Tests.Rating;

public sealed class QuantityLawTests
{
    private static readonly string[] Zones =
        ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo"];

    [Fact]
    public void Sums_of_many_integers_are_those_one_by_one() =>
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Array[0, 100].Sample(values =>
            Assert.Equal(values.Sum(), IntegerSum.Of(values)));

    [Fact]
    public void Sums_of_huge_integers_are_those_one_by_one() =>
        Gen.Select(Gen.Int[0, 62], Gen.Long).Select(static (bits, number) => number >> Math.Max(bits, 1)).Array[0, 3000]
            .Sample(values =>
            {
                if (Fits(values))
                    Assert.Equal(values.Aggregate(0L, static (sum, value) => sum + value), IntegerSum.Of(values));
            });

    // One by one it would throw on the way.
    private static bool Fits(long[] values)
    {
        Int128 sum = 0;
        return Array.TrueForAll(values, value => (sum += value) >= long.MinValue && sum <= long.MaxValue);
    }

    [Fact]
    public void Midnights_counted_on_are_those_of_the_calendar() =>
        Gen.Int[-200_000, 200_000].Array[1, 20].Sample(days =>
        {
            var count = new MidnightCount();
            foreach (var number in days.SelectMany(static first => Enumerable.Range(first, 40)))
            {
                var day = new LocalDate(2000, 1, 1).PlusDays(number);
                Assert.Equal(LocalClock.MidnightOf(day), count.Of(day));
            }
        });

    [Fact]
    public void A_sum_beyond_all_measure_throws_as_one_by_one() =>
        Gen.Select(Gen.Int[16, 64], Gen.Int[0, 14]).Sample((length, at) =>
        {
            var values = new long[length];
            (values[at], values[^1]) = (long.MaxValue, long.MaxValue);
            Assert.Throws<OverflowException>(() => IntegerSum.Of(values));
        });

    [Fact]
    public void A_day_starts_when_its_zone_says_whatever_was_asked_before() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[-200_000, 200_000].Array[1, 20]).Sample((index, days) =>
        {
            var zone = DateTimeZoneProviders.Tzdb[Zones[index]];
            var clock = new LocalClock(zone);
            foreach (var number in days)
            {
                var day = new LocalDate(2000, 1, 1).PlusDays(number);
                var start = zone.AtStartOfDay(day).ToInstant().ToUnixTimeSeconds() / 60;
                Assert.Equal(start, clock.StartOf(day));
                Assert.Equal(
                    day.AtMidnight().InUtc().ToInstant().ToUnixTimeSeconds() / 60, LocalClock.MidnightOf(day));
            }
        });

    [Fact]
    public void A_number_without_trailing_zeros_is_the_number_divided_by_one() =>
        Gen.Select(Gen.Long, Gen.Int[0, 28]).Sample((digits, scale) =>
        {
            var negative = digits < 0;
            var number = new decimal(
                unchecked((int)digits), unchecked((int)(digits >> 32)), 0, negative, (byte)scale);
            var divided = number / 1.0000000000000000000000000000m;
            var normalised = Domain.Rating.Exact.Normalised(number);
            Assert.Equal(divided, normalised);
            Assert.Equal(divided.ToString(System.Globalization.CultureInfo.InvariantCulture),
                normalised.ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
}
