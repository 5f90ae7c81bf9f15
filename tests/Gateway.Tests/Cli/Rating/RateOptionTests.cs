using System.Text.RegularExpressions;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>Nothing that the page of rating offline offers goes without a command that is run.</summary>
public sealed partial class RateOptionTests
{
    [Fact]
    public void Every_option_of_the_page_is_used_by_a_case()
    {
        var cases = Reference.Committed("rate-cases.md")! + Reference.Committed("rate.md")!;
        var options = Reference.Committed("rate.md")!.Split('\n')
            .Where(static line => line.StartsWith("| `--", StringComparison.Ordinal))
            .SelectMany(static line => Option().Matches(line.Split('|')[1]))
            .Select(static match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(options.Count >= 18, string.Join(", ", options));
        Assert.All(options, option => Assert.Matches($@"\./billing rate [^\n]*{option}(\s|`)", cases));
    }

    [Theory]
    [InlineData("nem12", "samples/reads/house-nem12.csv")]
    [InlineData("espi", "samples/reads/flat-green-button.xml")]
    [InlineData("series", "samples/rate/cases/month-of-ones.txt")]
    [InlineData("rows", "samples/rate/rows.csv")]
    [InlineData("determinants", "samples/rate/determinants.json")]
    [InlineData("calls", "samples/calls/mobile.csv")]
    [InlineData("events", "samples/rate/events.csv")]
    [InlineData("subscription", "samples/rate/life.json")]
    public async Task Every_kind_of_usage_is_recognised_as_what_it_is(string kind, string file)
    {
        var cases = Reference.Committed("rate-cases.md")!;
        var row = cases.Split('\n').First(line => line.Contains($"--usage {file} ", StringComparison.Ordinal));
        var words = row.Split(" | ")[1].Trim('`')["./billing rate ".Length..].Split(' ')
            .Select(static word => word.StartsWith("samples/", StringComparison.Ordinal)
                ? RateCommand.InRepository(word)
                : word).ToArray();

        var recognised = await RateCommand.Run(words);
        var named = await RateCommand.Run([.. words, "--usage-format", kind]);

        Assert.Equal(0, recognised.ExitCode);
        Assert.Equal((0, recognised.Output), (named.ExitCode, named.Output));
    }

    [GeneratedRegex("(?<name>--[a-z-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
