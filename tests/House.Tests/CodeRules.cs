using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>
/// Stable codes of refusals, holds and broken rules: what a program may decide by must stand in the reference.
/// </summary>
internal static partial class CodeRules
{
    // Checks of the books print their own sentence, and the command line only shows what the others say.
    private static readonly string[] _tellsByItself = ["src/Storage/Verification/", "src/Cli/"];

    /// <summary>Codes in backticks.</summary>
    public static IReadOnlySet<string> Documented(IEnumerable<SourceFile> pages) =>
        pages.SelectMany(page => Backticks().Matches(page.Text)).Select(match => match.Groups["code"].Value)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Codes that the sources give and no page explains.</summary>
    public static IEnumerable<Finding> Undocumented(IEnumerable<SourceFile> sources, IReadOnlySet<string> documented) =>
        from file in sources
        where !_tellsByItself.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal))
        from Match match in Codes().Matches(file.Text)
        let code = match.Groups["code"].Value
        where !documented.Contains(code)
        let line = file.Text[..match.Index].Count(c => c == '\n') + 1
        select file.At(line, $"the code '{code}' is not in docs/reference");

    [GeneratedRegex("`(?<code>[a-z]+(-[a-z]+)*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Backticks();

    // A kebab-case word before its sentence, or as the first argument of what refuses or holds, or named as a code.
    [GeneratedRegex(
        """
        (?<!\[Alias\()"(?<code>[a-z]+(-[a-z]+)+)",\s*\$?"[A-Z{]
        |(\.(No|With)|new\ Refusal|new\ HoldReason|\bHold)\(\s*"(?<code>[a-z]+(-[a-z]+)+)"
        |\bstring\ \w+\ =\ "(?<code>[a-z]+(-[a-z]+)+-(unknown|invalid|missing|taken|exists))"
        |\("(?<code>[a-z]+(-[a-z]+)+)",\ (null|expected)\)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Codes();
}
