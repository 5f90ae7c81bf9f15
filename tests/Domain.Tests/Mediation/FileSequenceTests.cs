using System.Globalization;
using BillingActors.Domain.Mediation;
using CsCheck;

namespace BillingActors.Domain.Tests.Mediation;

public sealed class FileSequenceTests
{
    [Theory]
    [InlineData("5", "")]
    [InlineData("5 6 7", "")]
    [InlineData("5 9", "6-8")]
    [InlineData("5 9 6", "7-8")]
    [InlineData("5 9 8", "6-7")]
    [InlineData("5 9 7", "6-6 8-8")]
    [InlineData("5 9 7 6 8", "")]
    [InlineData("5 2", "3-4")]
    [InlineData("5 4", "")]
    [InlineData("5 9 5 9", "6-8")]
    [InlineData("1 3 5 4", "2-2")]
    public void What_is_missing_lies_between_what_came(string came, string missing)
    {
        var numbers = came.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToList();

        var sequence = numbers.Skip(1).Aggregate(FileSequence.Of(numbers[0]), (known, one) => known.Take(one).After);

        Assert.Equal(missing, string.Join(' ', sequence.Gaps.Select(gap => $"{gap.First}-{gap.Last}")));
        Assert.Equal((numbers.Min(), numbers.Max()), (sequence.First, sequence.Last));
    }

    [Fact]
    public void What_a_person_gave_up_is_missing_no_more()
    {
        var given = new FileSequence(1, 5, []);

        Assert.Equal(given, given.Take(3).After);
        Assert.Equal(new SequenceGap(6, 6), Assert.Single(given.Take(7).Opened));
    }

    [Fact]
    public void Files_in_any_order_leave_the_same_gaps() =>
        Gen.Select(Gen.Long[1, 40].Array[1, 25], Gen.Int[0, 1_000_000]).Sample((numbers, seed) =>
        {
            var shuffled = numbers.Concat(numbers).ToArray();
            new Random(seed).Shuffle(shuffled);

            var one = numbers.Skip(1).Aggregate(FileSequence.Of(numbers[0]), (known, next) => known.Take(next).After);
            var other = shuffled.Skip(1)
                .Aggregate(FileSequence.Of(shuffled[0]), (known, next) => known.Take(next).After);

            Assert.Equal(one.Gaps.AsEnumerable(), other.Gaps.AsEnumerable());
            for (var number = numbers.Min(); number <= numbers.Max(); number++)
                Assert.NotEqual(numbers.Contains(number), one.Gaps.Any(gap => gap.Has(number)));
        }, iter: 300);
}
