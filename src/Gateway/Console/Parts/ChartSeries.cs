using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>Values of one kind.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Tone">Colour: a, b or c; also how a line is dashed, so that colour alone tells nothing.</param>
/// <param name="Points">One for each label.</param>
/// <param name="IsLine">Whether they are a line instead of bars.</param>
public sealed record ChartSeries(string Name, string Tone, ImmutableArray<ChartPoint> Points, bool IsLine = false);
