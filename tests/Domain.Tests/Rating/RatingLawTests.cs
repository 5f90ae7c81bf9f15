using System.Numerics;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>What must hold for every bill, whatever the numbers.</summary>
public sealed class RatingLawTests
{
    private static readonly TimeOfUseCalendar Hours = new(
        "hours", [], [], [new(null, DayKind.Weekday, 8 * 60, 20 * 60, "day")], "night");

    // Prices in ten-thousandths, limits in whole units.
    private static readonly Gen<decimal> Price = Gen.Int[-500, 9999].Select(units => units / 10_000m);

    [Fact]
    public void Lines_and_taxes_are_the_total() =>
        Gen.Select(Gen.Int[0, 5000], Price, Gen.Int[0, 2500], Gen.Int[0, 2500]).Sample((used, price, first, second) =>
        {
            var tariff = Tariff(
                new Charge.Fixed(Head("base") with { TaxCategory = "a" }, ChargePer.Month, 9.99m),
                new Charge.Usage(Head("energy") with { TaxCategory = "b" }, Import(), new PriceModel.Flat(price)))
                .With(
                    new TaxRule("T1", "T1", first / 100m, ["a", "b"]),
                    new TaxRule("T2", "T2", second / 100m, ["b"], IncludesTaxesBefore: true));
            var result = ContractRating.Rate(Dialled(tariff, used));
            var taxes = TaxCalculation.Of(result.Lines, result.Taxes, Eur);

            var net = result.Lines.Sum(line => line.Amount.Minor);
            var energy = result.Lines[1].Amount.Minor;
            var t1 = Rational(net * first, 10_000);
            var t2 = Rational((energy + Rational(energy * first, 10_000)) * second, 10_000);
            Assert.Equal(net + t1 + t2, net + taxes.Sum(tax => tax.Amount.Minor));
        });

    [Fact]
    public void The_order_of_days_and_reads_does_not_matter() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var channel = Channel();
            var days = Load(channel, January, at => (at.ToUnixTimeSeconds() / 3600 * 7919) % 1000, scale: 3).ToArray();
            var request = Rated(Tariff(Energy(TimeOfUse(0.3m, 0.1m))).With(Hours), January, Smart(channel));
            var sorted = ContractRating.Rate(request.With(days));
            var shuffled = ContractRating.Rate(
                request.With(days.OrderBy(day => (day.Day.Day * 31L * (seed + 7)) % 101)));

            Assert.Equal(sorted.Lines.AsEnumerable(), shuffled.Lines.AsEnumerable());
        }, iter: 20);

    [Fact]
    public void The_order_of_reads_does_not_matter() =>
        Gen.Int[0, 31].Array[2, 6].Sample(offsets =>
        {
            var reads = offsets.Distinct()
                .Select(offset => (On: January.From.PlusDays(offset), Value: 1000 + (offset * 3)))
                .Select(shown => Read("M1", "2025-01-01", shown.Value) with { On = shown.On })
                .ToArray();
            var request = Rated(Tariff(Energy(0.1m)), January, Dial("M1", "2020-01-01", null, Register()));

            var forward = ContractRating.Rate(request.With(reads));
            var backward = ContractRating.Rate(request.With(reads.Reverse()));

            Assert.Equal(forward.Lines.AsEnumerable(), backward.Lines.AsEnumerable());
            Assert.Equal(forward.Holds.AsEnumerable(), backward.Holds.AsEnumerable());
        });

    [Fact]
    public void Two_channels_cost_what_one_channel_with_their_sum_costs() =>
        Gen.Select(Gen.Long[0, 100_000], Gen.Long[0, 100_000], Price).Sample((left, right, price) =>
        {
            var (one, two) = (Channel("E1"), Channel("E2"));
            var tariff = Tariff(Energy(price));
            var split = ContractRating.Rate(Rated(tariff, January, Smart(one, two))
                .With(Load(one, January, left, 3).Concat(Load(two, January, right, 3))));
            var joined = ContractRating.Rate(
                Rated(tariff, January, Smart(one)).With(Load(one, January, left + right, 3)));

            Assert.Equal(joined.Lines[0].ExactAmount, split.Lines[0].ExactAmount);
        }, iter: 50);

    [Fact]
    public void More_use_never_costs_less_in_graduated_tiers() =>
        Gen.Select(Gen.Int[1, 2000], Gen.Int[1, 2000], Gen.Int[0, 9000].Array[3], Gen.Int[0, 4000], Gen.Int[0, 4000])
            .Sample((first, width, prices, used, more) =>
            {
                var tariff = Tariff(Energy(Monthly(
                    (first, prices[0] / 10_000m), (first + width, prices[1] / 10_000m), (null, prices[2] / 10_000m))));
                var less = ContractRating.Rate(Dialled(tariff, used)).Lines.Sum(line => line.ExactAmount);
                var greater = ContractRating.Rate(Dialled(tariff, used + more)).Lines.Sum(line => line.ExactAmount);

                Assert.True(greater >= less, $"{used} costs {less}, {used + more} costs {greater}");
            });

    [Fact]
    public void Prorated_parts_sum_to_the_whole() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 10_000], Gen.Int[1, 100_000]).Sample((cut, used, limit) =>
        {
            // The same prices before and after the cut: quantities, allowances and energy must come back whole.
            PriceModel price = Monthly((limit / 100m, 0.1m), (null, 0.2m));
            var change = Day("2025-01-01").PlusDays(cut);
            var tariff = Tariff(
                Version(1, "2024-01-01", Energy(price)),
                Version(2, "2024-01-02", Energy(price)) with { ValidFrom = change });
            var whole = new Period(January.From, January.Until);
            var parts = new[] { new Period(January.From, change), new Period(change, January.Until) };

            Assert.Equal(
                new Proration(whole, whole).LimitOf(limit / 100m, ChargePer.Month),
                parts.Sum(part => new Proration(whole, part).LimitOf(limit / 100m, ChargePer.Month)));
            Assert.Equal(used, ContractRating.Rate(Dialled(tariff, used)).Lines.Sum(line => line.Quantity));
        });

    [Fact]
    public void Fractions_of_whole_numbers_agree_to_the_cent() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 9000], Gen.Long[0, 3000], Price, Gen.Int[1, 900_000]).Sample(
            (cut, fixedPrice, each, price, limit) =>
            {
                var channel = Channel();
                var change = Day("2025-01-01").PlusDays(cut);
                Charge[] charges =
                [
                    new Charge.Fixed(Head("base"), ChargePer.Month, fixedPrice / 100m),
                    Energy(Monthly((limit / 1000m, price), (null, price * 2))),
                ];
                var tariff = Tariff(
                    Version(1, "2024-01-01", charges), Version(2, "2024-01-02", charges) with { ValidFrom = change });
                var result = ContractRating.Rate(
                    Rated(tariff, January, Smart(channel)).With(Load(channel, January, each, 3)));

                var expected = Expected((0, cut), fixedPrice, each, price, limit)
                    .Concat(Expected((cut, 31), fixedPrice, each, price, limit));
                Assert.Equal(
                    expected.Where(cents => cents != 0),
                    result.Lines.Select(line => line.Amount.Minor).Where(cents => cents != 0));
            }, iter: 200);

    // All in whole numbers: energy in thousandths, prices in ten-thousandths, allowances in millionths.
    private static IEnumerable<long> Expected(
        (int From, int Until) days, int fixedPrice, long each, decimal price, int limit)
    {
        var length = days.Until - days.From;
        yield return Rational((BigInteger)fixedPrice * length, 31);
        var used = (BigInteger)each * 24 * length * 1000;
        var allowance = Allowance(limit, days.Until) - Allowance(limit, days.From);
        var units = new BigInteger(price * 10_000m);
        var first = BigInteger.Min(used, allowance);
        yield return Rational(first * units, 100_000_000);
        yield return Rational((used - first) * units * 2, 100_000_000);
    }

    private static BigInteger Allowance(int limit, int days) => Rational((BigInteger)limit * 1000 * days, 31);

    // Half away from zero.
    private static long Rational(BigInteger numerator, BigInteger denominator)
    {
        var size = ((BigInteger.Abs(numerator) * 2) + denominator) / (denominator * 2);
        return (long)(numerator.Sign * size);
    }

    private static PriceModel TimeOfUse(decimal day, decimal night) => new PriceModel.TimeOfUse(
        "hours", [new("day", new PriceModel.Flat(day)), new("night", new PriceModel.Flat(night))]);

    private static RatingRequest Dialled(Tariff tariff, long used) =>
        Rated(tariff, January, Dial("M1", "2020-01-01", null, Register()))
            .With(Read("M1", "2025-01-01", 1000), Read("M1", "2025-02-01", 1000 + used));
}
