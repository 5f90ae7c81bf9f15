namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>One figure of a run beside that of another.</summary>
/// <param name="Kind">count, amount, tariff or tax.</param>
/// <param name="Key">due, calculated, held, skipped, net or tax; or the tariff or tax code.</param>
/// <param name="Before">What it was: a count, or minor units.</param>
/// <param name="After">What it is.</param>
/// <param name="ChangePercent">By how much it moved, with one decimal; null where it was nothing before.</param>
public sealed record RunChangeView(string Kind, string Key, long Before, long After, decimal? ChangePercent);
