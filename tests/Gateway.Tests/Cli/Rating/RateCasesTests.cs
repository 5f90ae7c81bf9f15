using System.Globalization;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>The page of cases says what each command comes to: every row of it is run, in order.</summary>
public sealed class RateCasesTests
{
    private const string Page = "rate-cases.md";
    private const string Command = "./billing rate ";
    private const string Scratch = "/tmp/";
    private const int CaseCountMin = 50;

    [Fact]
    public async Task Every_case_comes_to_what_the_page_says()
    {
        using var files = new RateCommand();
        var written = new List<string>();
        var count = 0;
        foreach (var line in Reference.Committed(Page)!.Split('\n'))
        {
            if (line.Split(" | ") is not [var what, var command, _]
                || !command.Contains(Command, StringComparison.Ordinal))
            {
                written.Add(line);
                continue;
            }
            written.Add($"{what} | {command} | {await ResultOf(command.Trim('`'), files)} |");
            count++;
        }

        Assert.True(count >= CaseCountMin, $"{count} cases");
        Reference.Match(Page, string.Join('\n', written));
    }

    // What a case leaves for the next one lies in a folder of the test.
    private static async Task<string> ResultOf(string command, RateCommand files)
    {
        var result = await RateCommand.Run([.. command[Command.Length..].Split(' ').Select(Placed)]);
        Assert.True(result.Output.Length > 0, $"{command}: {result.Errors}");
        var output = JsonDocument.Parse(result.Output).RootElement;
        return result.ExitCode == 0 ? BillsOf(output) : RefusalOf(result.ExitCode, output);

        string Placed(string word) => word switch
        {
            _ when word.StartsWith("samples/", StringComparison.Ordinal) => RateCommand.InRepository(word),
            _ when word.StartsWith(Scratch, StringComparison.Ordinal) => files.PathOf(word[Scratch.Length..]),
            _ => word,
        };
    }

    private static string BillsOf(JsonElement output)
    {
        var bills = output.GetProperty("bills").EnumerateArray()
            .Select(bill => bill.GetProperty("total").GetString()!)
            .ToList();
        var total = output.GetProperty("total").GetString()!;
        var currency = output.GetProperty("currency").GetString();
        Assert.Equal(
            decimal.Parse(total, CultureInfo.InvariantCulture),
            bills.Sum(bill => decimal.Parse(bill, CultureInfo.InvariantCulture)));
        return bills.Count == 1 ? $"{total} {currency}" : $"{string.Join(" + ", bills)} = {total} {currency}";
    }

    private static string RefusalOf(int exitCode, JsonElement problem)
    {
        var code = problem.GetProperty("type").GetString()!.Split(':')[^1];
        var errors = problem.TryGetProperty("errors", out var found)
            ? found.EnumerateArray().Select(error => error.GetProperty("rule").GetString())
            : [];
        return string.Create(CultureInfo.InvariantCulture, $"exit {exitCode}: {string.Join(", ", [code, .. errors])}");
    }
}
