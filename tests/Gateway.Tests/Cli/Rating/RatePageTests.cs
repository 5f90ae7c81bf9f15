using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using BillingActors.Cli.Rating.Files;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>The page about rating offline says what the program does: every example of it is run.</summary>
public sealed partial class RatePageTests
{
    private const string Page = "rate.md";
    private const string Command = "./billing rate ";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task Every_example_prints_what_the_page_says()
    {
        var page = Lines();
        var written = new List<string>();
        var count = 0;
        for (var i = 0; i < page.Length; i++)
        {
            written.Add(page[i]);
            if (page[i] != "```sh")
                continue;
            // The command, the end of its block, a blank line, and the block of what it prints.
            written.AddRange(page[(i + 1)..(i + 5)]);
            Assert.Equal("```json", page[i + 4]);
            written.AddRange(await Printed(page[i + 1]));
            i = Array.IndexOf(page, "```", i + 5) - 1;
            count++;
        }

        Assert.True(count >= 8, $"{count} examples");
        Reference.Match(Page, string.Join('\n', written));
    }

    [Fact]
    public void The_settings_of_the_page_are_those_there_are()
    {
        var text = string.Join('\n', Lines());
        const string Begin = "<!-- settings -->\n";
        const string End = "<!-- /settings -->";
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        var table = new StringBuilder("| setting | values | default | meaning |\n|---|---|---|---|\n");
        foreach (var setting in SettingRegistry.All)
        {
            var values = setting.Words.IsEmpty ? "" : string.Join(", ", setting.Words);
            table.AppendJoin(" | ", $"| `{setting.Name}`", values, setting.DefaultText, setting.Meaning).Append(" |\n");
        }

        Reference.Match(Page, text[..(begin + Begin.Length)] + table + text[end..]);
    }

    [Fact]
    public void The_state_of_the_page_is_one()
    {
        var text = string.Join('\n', Lines());
        var block = text[text.IndexOf("```json\n{\n  \"peaks\"", StringComparison.Ordinal)..]["```json\n".Length..];

        var state = StateJson.Read(block[..block.IndexOf("```", StringComparison.Ordinal)]);

        Assert.Equal(412.5m, Assert.Single(state.Peaks).Quantity);
        Assert.Equal("day", Assert.Single(state.Banks).TimeOfUse);
    }

    private static async Task<string[]> Printed(string line)
    {
        Assert.StartsWith(Command, line, StringComparison.Ordinal);
        var arguments = line[Command.Length..].Split(' ')
            .Select(word => word.StartsWith("samples/", StringComparison.Ordinal)
                ? RateCommand.InRepository(word)
                : word);
        var result = await RateCommand.Run([.. arguments]);
        Assert.True(result.Output.Length > 0, $"{line}: {result.Errors}");
        var indented = JsonSerializer.Serialize(JsonDocument.Parse(result.Output).RootElement, Indented);
        return InnermostObject().Replace(indented, OnOneLine).Split('\n');
    }

    private static string OnOneLine(Match found) =>
        string.Join(' ', found.Value.Split('\n', StringSplitOptions.TrimEntries));

    private static string[] Lines() => Reference.Committed(Page)!.Split('\n');

    [GeneratedRegex(@"\{[^{}\[\]]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InnermostObject();
}
