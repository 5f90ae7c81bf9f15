using BillingActors.Domain.Charging;
using BillingActors.Domain.Mediation;
using BillingActors.Domain.Tests.Charging;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Charging.GivenUsage;

namespace BillingActors.Domain.Tests.Mediation;

public sealed class MediationLawTests
{
    private static readonly Gen<(int Parts, int Day, int Seconds)> Calls =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 28], Gen.Int[1, 400]);

    [Fact]
    public void Files_and_parts_in_any_order_and_number_give_the_same_rated_usage() =>
        Gen.Select(Calls.Array[1, 12], Gen.Int[0, 1_000_000], Gen.Int[1, 5]).Sample((calls, seed, size) =>
        {
            var parts = calls.SelectMany((call, id) => Enumerable.Range(1, call.Parts)
                .Select(number => (Call: Call($"{id}", call.Day, call.Seconds), Part: PartOf(call, number))))
                .ToArray();
            var random = new Random(seed);
            random.Shuffle(parts);
            var files = parts.Chunk(size).Select((records, place) => (Number: place + 1L, Records: records)).ToArray();
            var mixed = files.Concat(files.Take(files.Length / 2)).ToArray();
            random.Shuffle(mixed);

            var straight = Mediated(files);
            var any = Mediated(mixed);

            Assert.Empty(any.Sequence.Gaps);
            Assert.Equal(calls.Length, any.JoinedCount);
            Assert.Equal(
                calls.Sum(call => (decimal)call.Parts * call.Seconds),
                any.Desk.Contract.Usage!.Periods.SelectMany(period => period.Sums).Sum(sum => sum.Quantity));
            Assert.Equal(
                straight.Desk.Bill(February).Lines.AsEnumerable(), any.Desk.Bill(February).Lines.AsEnumerable());
        }, iter: 60);

    private static CallPart PartOf((int Parts, int Day, int Seconds) call, int number) => new(
        number, number == call.Parts, At(1, call.Day) + Duration.FromHours(number - 1), call.Seconds, "");

    private static (UsageDesk Desk, FileSequence Sequence, int JoinedCount) Mediated(
        (long Number, (UsageRecord Call, CallPart Part)[] Records)[] files)
    {
        var desk = new UsageDesk(Tariff);
        var sequence = FileSequence.Of(files[0].Number);
        var held = new Dictionary<string, HeldCall>(StringComparer.Ordinal);
        var joined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, records) in files)
        {
            sequence = sequence.Take(number).After;
            foreach (var (call, part) in records)
            {
                var known = held.GetValueOrDefault(call.Id, HeldCall.None).Take(part, out var refusal);
                Assert.Null(refusal);
                held[call.Id] = known;
                if (!known.IsComplete)
                    continue;
                joined.Add(call.Id);
                var whole = known.Join();
                desk.Take(call with { Call = call.Call! with { Start = whole.Start, Quantity = whole.Quantity } });
            }
        }
        return (desk, sequence, joined.Count);
    }
}
