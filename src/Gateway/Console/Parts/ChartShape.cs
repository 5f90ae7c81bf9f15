using System.Collections.Immutable;
using System.Globalization;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>Where bars, lines and marks of a chart stand, in whole pixels.</summary>
internal sealed record ChartShape(
    ImmutableArray<ChartShape.Bar> Bars,
    ImmutableArray<ChartShape.Line> Lines,
    ImmutableArray<ChartShape.Tick> Ticks,
    ImmutableArray<ChartShape.Label> Labels,
    int Width)
{
    /// <summary>Width of a drawing that stands beside another one.</summary>
    public const int Narrow = 560;

    /// <summary>Width of a drawing that has the page for itself.</summary>
    public const int Wide = 1040;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 260;

    /// <summary>Left end of the lines behind the bars.</summary>
    public const int Left = 76;

    private const int Top = 16;
    private const int Bottom = Height - 34;
    private const int TickCount = 4;
    private const int LabelWidth = 66;
    private const int Margin = 12;

    /// <summary>Right end of the lines behind the bars.</summary>
    public int Right => Width - Margin;

    /// <summary>The shape of some data.</summary>
    public static ChartShape Of(ChartData data, int width = Narrow)
    {
        var values = data.Series.SelectMany(series => series.Points).Select(point => point.Value ?? 0).ToList();
        var step = StepOf(Math.Max(0, values.Max()) - Math.Min(0, values.Min()));
        var low = decimal.Floor(Math.Min(0, values.Min()) / step) * step;
        var high = Math.Max(low + step, decimal.Ceiling(Math.Max(0, values.Max()) / step) * step);
        var scale = new Scale((low, high), Math.Max(1, data.Labels.Length), width - Margin - Left);
        return new ChartShape(
            BarsOf(data, scale),
            [.. data.Series.Where(series => series.IsLine).Select(series => LineOf(series, scale))],
            [.. Steps(low, high, step).Select(value => new Tick(value, scale.Y(value), value == 0))],
            Names(data, scale),
            width);
    }

    private static ImmutableArray<Bar> BarsOf(ChartData data, Scale scale)
    {
        var drawn = data.Series.Where(series => !series.IsLine).ToList();
        var bars = ImmutableArray.CreateBuilder<Bar>();
        for (var at = 0; at < drawn.Count; at++)
        {
            for (var place = 0; place < drawn[at].Points.Length; place++)
                bars.Add(BarOf(drawn[at], place, (at, drawn.Count), scale));
        }
        return bars.DrainToImmutable();
    }

    private static Bar BarOf(ChartSeries series, int place, (int At, int Count) among, Scale scale)
    {
        var point = series.Points[place];
        var room = Math.Max(1, scale.Room * 7 / 10 / among.Count);
        var x = scale.X(place) + (scale.Room * 15 / 100) + (among.At * room);
        var (zero, end) = (scale.Y(0), scale.Y(point.Value ?? 0));
        var height = point.Value is null or 0 ? 0 : Math.Max(1, Math.Abs(zero - end));
        return new Bar(
            place, series, point, x, point.Value < 0 ? zero : zero - height, Math.Max(1, room - 1), height);
    }

    private static Line LineOf(ChartSeries series, Scale scale)
    {
        var dots = ImmutableArray.CreateBuilder<Dot>();
        var path = "";
        var isDown = false;
        for (var place = 0; place < series.Points.Length; place++)
        {
            if (series.Points[place].Value is not { } value)
            {
                isDown = false; // A gap is a gap: no line leads over it.
                continue;
            }
            var dot = new Dot(place, series, series.Points[place], scale.X(place) + (scale.Room / 2), scale.Y(value));
            path += string.Create(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{dot.X} {dot.Y}");
            isDown = true;
            dots.Add(dot);
        }
        return new Line(series, path, dots.DrainToImmutable());
    }

    private static ImmutableArray<Label> Names(ChartData data, Scale scale)
    {
        var every = Math.Max(1, ((data.Labels.Length * LabelWidth) + scale.Length - 1) / scale.Length);
        return
        [
            .. data.Labels.Select((name, place) => new Label(name, scale.X(place) + (scale.Room / 2)))
                .Where((_, place) => place % every == 0),
        ];
    }

    // One, two or five times a power of ten: what people can add up.
    private static decimal StepOf(decimal range)
    {
        if (range <= 0)
            return 1;
        var power = 1m;
        while (power * TickCount >= range && power > 0.0001m)
            power /= 10;
        while (power * TickCount < range)
            power *= 10;
        return power / 5 * TickCount >= range ? power / 5 : power / 2 * TickCount >= range ? power / 2 : power;
    }

    private static IEnumerable<decimal> Steps(decimal low, decimal high, decimal step)
    {
        for (var value = low; value <= high; value += step)
            yield return value;
    }

    /// <summary>One bar; without height where its value is zero or absent.</summary>
    internal sealed record Bar(
        int Place, ChartSeries Series, ChartPoint Point, int X, int Y, int Width, int Height);

    /// <summary>A line through the values that are there.</summary>
    internal sealed record Line(ChartSeries Series, string Path, ImmutableArray<Dot> Dots);

    /// <summary>A value on a line.</summary>
    internal sealed record Dot(int Place, ChartSeries Series, ChartPoint Point, int X, int Y);

    /// <summary>A line behind the bars with its value.</summary>
    internal sealed record Tick(decimal Value, int Y, bool IsZero);

    /// <summary>A name below a place.</summary>
    internal sealed record Label(string Name, int X);

    private sealed record Scale((decimal Low, decimal High) Range, int Places, int Length)
    {
        public int Room => Length / Places;

        public int X(int place) => Left + (Length * place / Places);

        public int Y(decimal value) =>
            Bottom - (int)((value - Range.Low) * (Bottom - Top) / (Range.High - Range.Low));
    }
}
