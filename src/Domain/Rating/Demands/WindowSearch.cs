using System.Collections.Immutable;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs.Demands;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>
/// Looks through stretches of hours for the highest window of each period, in integers; ties go to the first. With
/// reactive channels it is the highest apparent power.
/// </summary>
internal sealed class WindowSearch(
    ImmutableArray<ChannelSeries> real, ImmutableArray<ChannelSeries> reactive, int window, DemandWindow kind)
{
    private const int MinutesPerHour = 60;

    /// <summary>How much windows count by their hours; null: as they measure.</summary>
    public WindowWeights? Weights { get; init; }

    private readonly int _scale = ScaleOf(real, reactive);
    private readonly ImmutableArray<Int128> _realFactors = FactorsOf(real, ScaleOf(real, reactive));
    private readonly ImmutableArray<Int128> _reactiveFactors = FactorsOf(reactive, ScaleOf(real, reactive));
    private readonly int _step = kind == DemandWindow.Block
        ? window
        : real.Concat(reactive).SelectMany(static series => series.Blocks)
            .Select(static block => block.Day.IntervalMinutes).Append(window).Min();

    /// <summary>The highest windows of some stretches, by index of the period.</summary>
    public DemandPeak[] Highest(int periods, IReadOnlyList<(int Period, long From, long Until)> stretches)
    {
        var best = new Candidate?[periods];
        foreach (var (period, from, until) in kind == DemandWindow.Sliding ? Joined(stretches) : stretches)
        {
            // A block belongs to the hour of its start; a sliding window must lie inside.
            var last = kind == DemandWindow.Block ? until - 1 : until - window;
            for (var start = from; start <= last; start += _step)
            {
                var found = CandidateAt(start);
                if (best[period] is not { } known || found.IsAbove(known))
                    best[period] = found;
            }
        }
        return [.. best.Select(PeakOf)];
    }

    /// <summary>
    /// The mean of the highest windows of some stretches, by index of the period; ties go to the first. Only for
    /// windows that do not overlap.
    /// </summary>
    public DemandPeak[] MeanOfHighest(
        int periods, IReadOnlyList<(int Period, long From, long Until)> stretches, int count)
    {
        var best = new List<Candidate>[periods];
        for (var i = 0; i < periods; i++)
            best[i] = new List<Candidate>(count + 1);
        foreach (var (period, from, until) in stretches)
        {
            for (var start = from; start < until; start += _step)
            {
                var found = CandidateAt(start);
                Insert(best[period], found, count);
            }
        }
        return [.. best.Select(found => MeanOf([.. found.Select(one => PeakOf(one))]))];
    }

    /// <summary>The mean of some windows, the highest first; none are a demand of nothing.</summary>
    public static DemandPeak MeanOf(ImmutableArray<DemandPeak> windows) => windows.IsEmpty
        ? default
        : new DemandPeak(windows.Sum(static window => window.Quantity) / windows.Length, windows[0].At)
        {
            MeanOf = windows,
        };

    private static void Insert(List<Candidate> best, Candidate found, int count)
    {
        if (best.Count == count && !found.IsAbove(best[^1]))
            return;
        var at = best.Count;
        while (at > 0 && found.IsAbove(best[at - 1]))
            at--;
        best.Insert(at, found);
        if (best.Count > count)
            best.RemoveAt(count);
    }

    // One window over two neighbouring stretches of the same period is inside it.
    private static List<(int Period, long From, long Until)> Joined(
        IReadOnlyList<(int Period, long From, long Until)> stretches)
    {
        var joined = new List<(int Period, long From, long Until)>();
        foreach (var stretch in stretches)
        {
            if (joined.Count > 0 && joined[^1].Period == stretch.Period && joined[^1].Until == stretch.From)
                joined[^1] = joined[^1] with { Until = stretch.Until };
            else
                joined.Add(stretch);
        }
        return joined;
    }

    private Candidate CandidateAt(long start)
    {
        var (active, idle) = (Sum(real, _realFactors, start), Sum(reactive, _reactiveFactors, start));
        if (Weights is null)
            return new Candidate(active, idle, start);
        var weight = Weights.At(start);
        return new Candidate(active * weight, idle * weight, start);
    }

    private Int128 Sum(ImmutableArray<ChannelSeries> channels, ImmutableArray<Int128> factors, long start)
    {
        Int128 sum = 0;
        for (var i = 0; i < channels.Length; i++)
        {
            var part = channels[i].SumOf(start, start + window);
            sum += factors[i] == 1 ? part : part * factors[i];
        }
        return sum;
    }

    private static int ScaleOf(ImmutableArray<ChannelSeries> real, ImmutableArray<ChannelSeries> reactive) =>
        real.Concat(reactive).Select(static series => series.Scale).Append(0).Max();

    private static ImmutableArray<Int128> FactorsOf(ImmutableArray<ChannelSeries> channels, int scale) =>
        [.. channels.Select(series => (Int128)Exact.PowerOfTen(scale - series.Scale))];

    private DemandPeak PeakOf(Candidate? best)
    {
        if (best is not { } found || (found.Real <= 0 && found.Reactive == 0))
            return default;
        var perHour = Exact.PowerOfTen(-_scale) * MinutesPerHour / window;
        if (Weights is not null)
            perHour /= WindowWeights.Whole;
        var (active, idle) = ((decimal)found.Real * perHour, (decimal)found.Reactive * perHour);
        var weight = Weights?.NumberAt(found.At);
        return new DemandPeak(
            reactive.IsEmpty ? active : Exact.SquareRoot((active * active) + (idle * idle)), found.At)
        {
            Weight = weight == 1m ? null : weight,
        };
    }

    private readonly record struct Candidate(Int128 Real, Int128 Reactive, long At)
    {
        // The square of apparent power rises with it; real power alone keeps its sign.
        private Int128 Size => Reactive == 0 ? Real * Int128.Abs(Real) : (Real * Real) + (Reactive * Reactive);

        public bool IsAbove(Candidate other) => Reactive == 0 && other.Reactive == 0
            ? Real > other.Real
            : Size > other.Size;
    }
}
