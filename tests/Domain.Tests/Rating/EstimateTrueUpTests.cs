using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>An estimate is made up for by the next actual read.</summary>
public sealed class EstimateTrueUpTests
{
    // 0.10 until the end of January, then 0.20.
    private static readonly Tariff Rising = Tariff(
        Version(1, "2020-01-01", Energy(0.10m)), Version(2, "2025-02-01", Energy(0.20m)));

    // 100 were estimated for January; then the meter shows 190 since its beginning: 90 at the price of February.
    [Fact]
    public void An_estimate_and_the_actual_read_after_it_come_to_what_was_used()
    {
        var (january, february) = Billed(1190);

        Assert.Equal(["energy 100 10.00 EUR"], january.Short());
        Assert.Equal(["energy 90 18.00 EUR"], february.Short());
        Assert.Equal(1m, Assert.Single(january.Lines).Source.EstimatedShare);
        Assert.Equal(190m, january.Lines.Concat(february.Lines).Sum(static line => line.Quantity));
    }

    // A dial behind its estimate may have turned over, which is not believed: a person decides.
    [Fact]
    public void A_read_below_the_estimate_is_held() =>
        Assert.Equal("doubtful-read", Assert.Single(Billed(1090).February.Holds).Code);

    private static (RatingResult January, RatingResult February) Billed(long actual)
    {
        var estimated = Read("M1", "2025-02-01", 1100) with { Quality = ReadQuality.Estimated };
        var january = ContractRating.Rate(Of(January).With(Read("M1", "2025-01-01", 1000), estimated));
        return (january, ContractRating.Rate(
            (Of(Days("2025-02-01", "2025-03-01")) with { Positions = january.Positions })
                .With(estimated, Read("M1", "2025-03-01", actual))));
    }

    private static RatingRequest Of(Period days) =>
        Rated(Rising, days, Dial("M1", "2020-01-01", null, Register()));
}
