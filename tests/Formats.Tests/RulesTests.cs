using System.Text.RegularExpressions;

namespace Formats.Tests;

public sealed partial class RulesTests
{
    [Fact]
    public void Every_rule_and_word_is_documented()
    {
        var root = ReferenceData.Repository();
        var documented = File.ReadAllText(Path.Combine(root, "docs/reference/formats.md"));
        var words = Directory.GetFiles(Path.Combine(root, "src/Formats"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => KebabCase().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["word"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        Assert.True(words.Length > 50, $"{words.Length} words");
        Assert.All(words, word => Assert.Contains($"`{word}`", documented, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"(?<word>[a-z0-9]+(-[a-z0-9]+)+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex KebabCase();
}
