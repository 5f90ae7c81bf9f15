using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>
/// The tables of controls and of screens: each row names the tests that prove it, and each of these is there.
/// </summary>
internal static partial class ControlRules
{
    /// <summary>The table.</summary>
    public const string Path = "docs/reference/controls.md";

    /// <summary>The screens of the console, in the same form.</summary>
    public const string Screens = "docs/reference/console.md";

    /// <summary>What can be rated, in the same form.</summary>
    public const string Rating = "docs/reference/rating-coverage.md";

    /// <summary>Every test as Class.Method; of a suite that databases share, under its own name.</summary>
    public static IReadOnlySet<string> Tests(IEnumerable<SourceFile> files) =>
    (
        from file in files
        where file.Path.StartsWith("tests/", StringComparison.Ordinal)
        let owner = ClassName().Match(file.Text)
        where owner.Success
        from Match method in Method().Matches(file.Text)
        select $"{owner.Groups["name"].Value}.{method.Groups["name"].Value}"
    ).ToHashSet(StringComparer.Ordinal);

    /// <summary>Rows that name no test, and tests that do not exist.</summary>
    public static IEnumerable<Finding> Violations(SourceFile page, IReadOnlySet<string> tests)
    {
        foreach (var (number, text) in page.NumberedLines)
        {
            var cells = text.Split('|', StringSplitOptions.TrimEntries);
            if (cells is not ["", not ("control" or "screen" or "rule" or "what" or "law" or "---"), _, var proof, ""])
                continue;
            var named = Named().Matches(proof).Select(match => match.Groups["test"].Value).ToList();
            if (named.Count == 0)
                yield return page.At(number, "the control names no test");
            foreach (var missing in named.Where(test => !tests.Contains(test)))
                yield return page.At(number, $"there is no test {missing}");
        }
    }

    [GeneratedRegex(
        @"^(public|internal)\ .*\bclass\ (?<name>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\]\s*public\ (async\ )?(Task|void|ValueTask)\ (?<name>\w+)\(",
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Method();

    [GeneratedRegex(@"`(?<test>\w+\.\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
