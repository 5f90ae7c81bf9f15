using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Charging.GivenUsage;

namespace BillingActors.Domain.Tests.Charging;

public sealed class UsageLawTests
{
    private static readonly Gen<UsageRecord> Records = Gen.OneOf(
        Gen.Select(Gen.Int[1, 25], Gen.Int[1, 28], Gen.Int[0, 400], Gen.Bool)
            .Select((id, day, seconds, isAbroad) => Call($"{id}", day, seconds, isAbroad ? "331" : "4930")),
        Gen.Select(Gen.Int[1, 25], Gen.Int[1, 28], Gen.Int[1, 9])
            .Select((id, day, quantity) => Event($"{id}", day, quantity)));

    [Fact]
    public void The_records_sum_to_what_is_kept_of_them() =>
        Records.Array[1, 12].Array[1, 5].Sample(batches =>
        {
            var desk = new UsageDesk(Tariff);
            var rated = batches.SelectMany(batch => desk.Take(batch).Decision.Events)
                .OfType<AccountEvent.UsageRated>()
                .SelectMany(happened => happened.Parts)
                .SelectMany(part => part.Records)
                .ToList();

            Assert.Equal(Exactly(rated.Sum(one => one.Amount)), Exactly(desk.Account.UnbilledUsage()));
            var ids = desk.Contract.Usage?.Periods.Sum(period => UsageIds.CountOf(period.Ids)) ?? 0;
            Assert.Equal(rated.Select(one => (one.Source, one.Id)).Distinct().Count(), ids);
        }, iter: 60);

    [Fact]
    public void Deliveries_in_any_order_and_number_lead_to_the_same_bill() =>
        Gen.Select(
                Records.Array[1, 30].Select(all => all.DistinctBy(one => (one.Source, one.Id)).ToArray()),
                Gen.Int[0, 1_000_000],
                Gen.Int[1, 6])
            .Sample((records, seed, size) =>
            {
                var straight = new UsageDesk(Tariff);
                straight.Take(records);
                var mixed = new UsageDesk(Tariff);
                var shuffled = records.Concat(records.Take(records.Length / 2)).ToArray();
                new Random(seed).Shuffle(shuffled);
                foreach (var batch in shuffled.Chunk(size))
                    mixed.Take(batch);

                Assert.Equal(straight.Bill(February).Lines.AsEnumerable(), mixed.Bill(February).Lines.AsEnumerable());
            }, iter: 60);

    [Fact]
    public void Late_records_and_early_ones_cost_the_same_together() =>
        Gen.Select(
                Records.Array[2, 20].Select(all => all.DistinctBy(one => (one.Source, one.Id)).ToArray()),
                Gen.Int[0, 20])
            .Sample((records, early) =>
            {
                var punctual = new UsageDesk(Tariff);
                punctual.Take(records);
                var expected = Of(punctual.Bill(February)) + Of(punctual.Bill(March));
                var late = new UsageDesk(Tariff);
                if (records.Take(early).Any())
                    late.Take(records.Take(early));
                var first = Of(late.Bill(February));
                if (records.Skip(early).Any())
                    late.Take(records.Skip(early));

                Assert.Equal(expected, first + Of(late.Bill(March)));
            }, iter: 60);

    // Sixtieths leave something at the 28th digit.
    private static decimal Exactly(decimal amount) => Rounding.WithoutNoise(amount);

    private static long Of(InvoicePlan plan) => plan.Net.Minor;
}
