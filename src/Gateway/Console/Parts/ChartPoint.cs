namespace BillingActors.Gateway.Console.Parts;

/// <summary>One value of a chart.</summary>
/// <param name="Value">Where it stands; null where there is none, which is a gap and not a zero.</param>
/// <param name="Text">The value as people read it.</param>
/// <param name="Path">Where it leads; null for nowhere.</param>
/// <param name="Mark">What is special about it in a word, such as "estimated"; drawn and told.</param>
public sealed record ChartPoint(decimal? Value, string Text, string? Path = null, string? Mark = null);
