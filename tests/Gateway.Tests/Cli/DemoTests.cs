namespace BillingActors.Gateway.Tests.Cli;

/// <summary>The demo as a user starts it, small.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("billing-demo-test-").FullName;

    private string Database => Path.Combine(_directory, "billing.db");

    [Fact]
    public async Task Thirty_accounts_are_billed_for_a_year_and_the_books_hold()
    {
        var demo = await CliProcess.Run("demo", "--accounts", "30", "--exit", "--sqlite", Database);

        Assert.True(demo.ExitCode == 0, demo.Output + demo.Errors);
        for (var month = 1; month <= 12; month++)
            Assert.Contains(demo.Lines, line =>
                Cells(line) is [var period, "AUD", "30", ..] && period == $"2025-{month:D2}");
        var sum = demo.Lines.Single(line => line.StartsWith("all periods", StringComparison.Ordinal));
        // Thirty accounts, twelve months: whatever was held was caught up, so that no month of nobody is missing.
        Assert.Equal("360", Cells(sum)[3]);
        Assert.Contains("verify: all checks hold", demo.Output, StringComparison.Ordinal);

        var again = await CliProcess.Run("verify", "--sqlite", Database, "--json");
        Assert.Equal(0, again.ExitCode);
        Assert.All(again.Lines, line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
