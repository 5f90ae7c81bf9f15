using System.Collections.Immutable;
using BillingActors.Gateway.Console.Lists;

namespace BillingActors.Console.Tests.Lists;

public sealed class OffsetWindowTests
{
    private const int Count = 1_000_000;

    private readonly List<ListReach<string>> _asked = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_rows_are_reached_from_the_end_and_others_from_the_nearest_row_that_is_known()
    {
        var window = Window();

        Assert.Equal(Rows(0, 50), await Read(window, 0, 50));
        Assert.Equal(Rows(Count - 40, 40), await Read(window, Count - 40, 50));
        Assert.Equal(Rows(Count - 100, 50), await Read(window, Count - 100, 50));
        Assert.Equal(Rows(70, 50), await Read(window, 70, 50));
        Assert.Equal(0, _asked.Sum(reach => reach.Skip > 100 ? 1 : 0));

        // A jump to the middle is the longest way.
        Assert.Equal(Rows(Count / 2, 50), await Read(window, Count / 2, 50));
        _asked.Clear();
        Assert.Equal(Rows((Count / 2) + 300, 50), await Read(window, (Count / 2) + 300, 50));
        Assert.Equal(Rows((Count / 2) - 80, 50), await Read(window, (Count / 2) - 80, 50));
        Assert.Equal(Rows((Count / 2) - 10, 50), await Read(window, (Count / 2) - 10, 50));
        Assert.All(_asked, reach => Assert.InRange(reach.Skip, 0, 300));
    }

    [Fact]
    public async Task However_one_jumps_the_rows_are_those_of_the_place()
    {
        var window = Window();
        var chance = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var (skip, count) = (chance.Next(Count + 10), chance.Next(1, 80));
            Assert.Equal(Rows(skip, Math.Clamp(Count - skip, 0, count)), await Read(window, skip, count));
        }
        Assert.All(_asked, reach => Assert.InRange(reach.Skip, 0, Count / 2));
    }

    private static IEnumerable<string> Rows(int first, int count) =>
        Enumerable.Range(first, Math.Max(0, count)).Select(Name);

    private static string Name(int row) => row.ToString("D7", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<ImmutableArray<string>> Read(OffsetWindow<string> window, long skip, int count)
    {
        var piece = await window.Read(skip, count, Cancellation);
        Assert.Equal(Count, piece.Total);
        return piece.Rows;
    }

    private OffsetWindow<string> Window() => new(
        _ => Task.FromResult((long)Count),
        (reach, _) =>
        {
            _asked.Add(reach);
            var step = reach.IsBackward ? -1 : 1;
            var from = reach.From is { } row
                ? int.Parse(row, System.Globalization.CultureInfo.InvariantCulture)
                : reach.IsBackward ? Count : -1;
            var first = from + (step * ((int)reach.Skip + 1));
            return Task.FromResult<ImmutableArray<string>>(
            [
                .. Enumerable.Range(0, reach.CountMax).Select(i => first + (step * i))
                    .Where(place => place is >= 0 and < Count).Select(Name),
            ]);
        });
}
