using System.Collections.Immutable;
using BillingActors.Gateway.Console.Parts;

namespace BillingActors.Console.Tests;

public sealed class ChartShapeTests
{
    [Fact]
    public void Bars_stand_on_zero_and_the_highest_tick_is_not_below_them()
    {
        var shape = ChartShape.Of(Data(Points(0, 470, -120)));

        Assert.Equal([-200m, 0m, 200m, 400m, 600m], shape.Ticks.Select(tick => tick.Value));
        var zero = Assert.Single(shape.Ticks, tick => tick.IsZero).Y;
        Assert.Equal(0, shape.Bars[0].Height);
        Assert.Equal(zero, shape.Bars[1].Y + shape.Bars[1].Height);
        Assert.Equal(zero, shape.Bars[2].Y);
        Assert.All(shape.Bars, bar => Assert.InRange(bar.X, ChartShape.Left, shape.Right - bar.Width));
        Assert.All(shape.Bars, bar => Assert.InRange(bar.Y, 0, ChartShape.Height));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7_777)]
    [InlineData(long.MaxValue)]
    public void Any_range_has_few_round_ticks(long highest)
    {
        var ticks = ChartShape.Of(Data(Points(highest))).Ticks;

        Assert.InRange(ticks.Length, 2, 6);
        Assert.True(ticks[^1].Value >= highest);
    }

    [Fact]
    public void Bars_of_two_series_stand_beside_each_other()
    {
        var bars = ChartShape.Of(Data(Points(1, 1), Points(1, 1))).Bars;

        Assert.True(bars[0].X + bars[0].Width <= bars[2].X);
        Assert.True(bars[2].X + bars[2].Width < bars[1].X);
    }

    [Fact]
    public void No_line_leads_over_a_gap()
    {
        var owed = new ChartSeries("Owed", "b", Points(1, 2, null, 4, 5), IsLine: true);

        var line = Assert.Single(ChartShape.Of(Data(owed)).Lines);

        Assert.Equal(2, line.Path.Count(letter => letter == 'M'));
        Assert.Equal([0, 1, 3, 4], line.Dots.Select(dot => dot.Place));
    }

    [Fact]
    public void Many_labels_are_thinned_out_and_few_are_all_there()
    {
        Assert.Equal(7, ChartShape.Of(Data(Points(1, 1, 1, 1, 1, 1, 1))).Labels.Length);
        Assert.InRange(ChartShape.Of(Data(Points([.. Enumerable.Repeat<decimal?>(1, 366)]))).Labels.Length, 5, 11);
    }

    private static ImmutableArray<ChartPoint> Points(params decimal?[] values) =>
        [.. values.Select(value => new ChartPoint(value, $"{value}"))];

    private static ChartData Data(params ImmutableArray<ChartPoint>[] bars) =>
        Data([.. bars.Select((points, at) => new ChartSeries($"S{at}", "a", points))]);

    private static ChartData Data(params ChartSeries[] series) => new(
        "Sums", "Day", [.. Enumerable.Range(1, series[0].Points.Length).Select(at => $"{at}")], [.. series]);
}
