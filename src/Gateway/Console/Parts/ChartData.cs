using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>What a chart shows: series of values over the same labels.</summary>
/// <param name="Name">What it is about, said in full: it is the chart's accessible name.</param>
/// <param name="LabelsName">What the labels are, such as "Month".</param>
/// <param name="Labels">One for each place, from left to right.</param>
/// <param name="Series">At least one, each with a point for every label.</param>
public sealed record ChartData(
    string Name, string LabelsName, ImmutableArray<string> Labels, ImmutableArray<ChartSeries> Series)
{
    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => !Series.Any(series => series.Points.Any(point => point.Value is not null));
}
