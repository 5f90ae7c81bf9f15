using System.Collections.Immutable;
using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Inquiries;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>Where the bars of a waterfall stand: the bill before, each cause, the bill after.</summary>
internal static class WaterfallShape
{
    /// <summary>Width of a bar with the space beside it.</summary>
    public const int Step = 110;

    /// <summary>Height of the part in which bars stand.</summary>
    public const int Height = 200;

    private const int Top = 30;

    /// <summary>The bars, from left to right.</summary>
    public static ImmutableArray<Bar> Of(ExplanationView why)
    {
        var steps = new List<(string Label, string Kind, long From, long To, long Shown)>
        {
            (why.Before.Number ?? "Before", "total", 0, why.Before.TotalMinor, why.Before.TotalMinor),
        };
        var level = why.Before.TotalMinor;
        foreach (var effect in why.Effects.Where(effect => effect.AmountMinor != 0))
        {
            var next = level + effect.AmountMinor;
            var kind = effect.AmountMinor >= 0 ? "up" : "down";
            steps.Add((Words.Of(effect.Effect), kind, level, next, effect.AmountMinor));
            level = next;
        }
        steps.Add((why.After.Number ?? "After", "total", 0, why.After.TotalMinor, why.After.TotalMinor));
        var low = Math.Min(0, steps.Min(step => Math.Min(step.From, step.To)));
        var high = Math.Max(1, steps.Max(step => Math.Max(step.From, step.To)));
        return [.. steps.Select((step, index) => BarOf(step, index, (low, high)))];
    }

    private static Bar BarOf(
        (string Label, string Kind, long From, long To, long Shown) step, int index, (long Low, long High) range)
    {
        var (upper, lower) = (Y(Math.Max(step.From, step.To), range), Y(Math.Min(step.From, step.To), range));
        return new Bar(
            step.Label, step.Kind, step.Shown, index * Step, upper, Math.Max(2, lower - upper), Y(step.To, range));
    }

    // In whole pixels: a picture needs no more, and money is never a fraction of a binary number.
    private static int Y(long minor, (long Low, long High) range) =>
        Top + (int)((range.High - minor) * (decimal)Height / (range.High - range.Low));

    /// <summary>One bar.</summary>
    /// <param name="Label">What it stands for.</param>
    /// <param name="Kind">total, up or down.</param>
    /// <param name="Minor">The amount it shows.</param>
    /// <param name="X">Its left edge.</param>
    /// <param name="Y">Its upper edge.</param>
    /// <param name="Height">Its height.</param>
    /// <param name="End">Where the next one begins.</param>
    internal sealed record Bar(string Label, string Kind, long Minor, int X, int Y, int Height, int End);
}
