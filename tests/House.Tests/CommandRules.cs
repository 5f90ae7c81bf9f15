using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>The commands that documents quote must exist as the programs themselves list them.</summary>
internal static partial class CommandRules
{
    /// <summary>Quoted `./billing verb` lines whose verb is not in the list.</summary>
    public static IEnumerable<Finding> UnknownVerbs(SourceFile document, IReadOnlySet<string> verbs) =>
        from line in MarkdownRules.Fenced(document)
        let verb = BillingLine().Match(line.Text).Groups["verb"].Value
        where verb.Length > 0 && !verbs.Contains(verb)
        select document.At(line.Number, $"./billing {verb} does not exist");

    /// <summary>Quoted options of ./test that its help does not name.</summary>
    public static IEnumerable<Finding> UnknownTestOptions(SourceFile document, string help) =>
        from line in MarkdownRules.Fenced(document)
        where line.Text.TrimStart('$', ' ').StartsWith("./test", StringComparison.Ordinal)
        from Match option in Option().Matches(line.Text.Split('#')[0])
        where !help.Contains($"  {option.Value} ", StringComparison.Ordinal)
        select document.At(line.Number, $"./test {option.Value} does not exist");

    /// <summary>The verbs in the list of commands of a help text.</summary>
    public static IReadOnlySet<string> VerbsOf(string help) =>
        help.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => !line.StartsWith("Commands:", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith(' '))
            .Select(line => Verb().Match(line).Groups["verb"].Value)
            .Where(verb => verb.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*(\$ )?(\w+=\S+ )*\./billing (?<verb>[a-z][a-z-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BillingLine();

    [GeneratedRegex("--[a-z-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("^ {2,4}(?<verb>[a-z][a-z-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verb();
}
