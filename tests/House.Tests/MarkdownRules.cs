using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>How a document may look: one title, and links that lead somewhere.</summary>
internal static partial class MarkdownRules
{
    public static IEnumerable<Finding> OneTitle(SourceFile file)
    {
        var titles = Prose(file).Where(line => line.Text.StartsWith("# ", StringComparison.Ordinal)).ToList();
        if (titles.Count == 0 || titles[0].Number != 1)
            yield return file.At(1, "the first line is the title: # Title");
        foreach (var (number, _) in titles.Skip(1))
            yield return file.At(number, "a second title; use ## below the first");
    }

    /// <summary>Links to files of the repository; <paramref name="read"/> answers null for what is not there.</summary>
    public static IEnumerable<Finding> DeadLinks(SourceFile file, Func<string, SourceFile?> read)
    {
        foreach (var (number, text) in Prose(file))
            foreach (Match link in Link().Matches(text))
            {
                var (target, anchor) = (link.Groups["target"].Value, link.Groups["anchor"].Value);
                if (target.Contains(':', StringComparison.Ordinal))
                    continue;
                var found = target.Length == 0 ? file : read(Resolve(file.Path, target));
                if (found is null)
                    yield return file.At(number, $"dead link: {target}");
                else if (anchor.Length > 0 && !Anchors(found).Contains(anchor, StringComparer.Ordinal))
                    yield return file.At(number, $"dead link: no heading #{anchor} in {found.Path}");
            }
    }

    /// <summary>The lines of fenced blocks with their numbers: what a reader will copy.</summary>
    public static IEnumerable<(int Number, string Text)> Fenced(SourceFile file) => Split(file, fenced: true);

    private static IEnumerable<(int Number, string Text)> Prose(SourceFile file) => Split(file, fenced: false);

    private static IEnumerable<(int Number, string Text)> Split(SourceFile file, bool fenced)
    {
        var inside = false;
        foreach (var line in file.NumberedLines)
            if (line.Text.TrimStart().StartsWith("```", StringComparison.Ordinal))
                inside = !inside;
            else if (inside == fenced)
                yield return line;
    }

    private static string Resolve(string from, string target)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        return string.Join('/', parts);
    }

    private static IEnumerable<string> Anchors(SourceFile file) =>
        from line in Prose(file)
        where Heading().IsMatch(line.Text)
        select NotInAnchor().Replace(line.Text.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(#(?<anchor>[^)\s]*))?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotInAnchor();
}
