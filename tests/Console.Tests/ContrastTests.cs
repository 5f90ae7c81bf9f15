using System.Globalization;
using System.Text.RegularExpressions;
using BillingActors.Gateway.Console;

namespace BillingActors.Console.Tests;

/// <summary>Colours of the style sheet: in both themes, text and shapes stand out from their grounds.</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, string[]> Colours = Read();

    [Theory]
    [InlineData("text", "page surface raised row accent-soft heat-a heat-b heat-c heat-d heat-e")]
    [InlineData("quiet", "page surface raised row accent-soft plain-soft")]
    [InlineData("accent", "page surface raised row accent-soft")]
    [InlineData("on-accent", "accent accent-hover")]
    [InlineData("info", "info-soft surface")]
    [InlineData("good", "good-soft surface row")]
    [InlineData("warn", "warn-soft surface")]
    [InlineData("bad", "bad-soft surface")]
    [InlineData("plain", "plain-soft surface")]
    public void Text_can_be_read(string text, string grounds) => Holds(text, grounds, 4.5);

    [Theory]
    [InlineData("bar-total", "surface")]
    [InlineData("bar-up", "surface")]
    [InlineData("bar-down", "surface")]
    [InlineData("series-a", "surface")]
    [InlineData("series-b", "surface")]
    [InlineData("series-c", "surface")]
    [InlineData("line-strong", "surface page")]
    [InlineData("focus", "surface page raised")]
    public void Shapes_can_be_seen(string shape, string grounds) => Holds(shape, grounds, 3);

    private static void Holds(string colour, string grounds, double least)
    {
        foreach (var ground in grounds.Split(' '))
        {
            for (var theme = 0; theme < 2; theme++)
            {
                var contrast = Contrast(Colours[colour][theme], Colours[ground][theme]);
                Assert.True(contrast >= least, $"{colour} on {ground}, theme {theme}: {contrast:F2}");
            }
        }
    }

    private static double Contrast(string first, string second)
    {
        var (one, other) = (Luminance(first), Luminance(second));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(part => Linear(colour.Substring(1 + (2 * part), 2)))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static double Linear(string part)
    {
        var value = int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static Dictionary<string, string[]> Read()
    {
        using var sheet = typeof(ConsoleOptions).Assembly.GetManifestResourceStream("console/console.css")!;
        var text = new StreamReader(sheet).ReadToEnd();
        return Pair().Matches(text).ToDictionary(
            match => match.Groups["name"].Value,
            match => new[] { match.Groups["light"].Value, match.Groups["dark"].Value },
            StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"--(?<name>[a-z-]+): light-dark\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}
