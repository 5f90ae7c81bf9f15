using BillingActors.Cli.Embedded;
using BillingActors.Storage;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Tests.Ledger;

namespace BillingActors.Gateway.Tests.Cli;

/// <summary>The demo as a user starts it, small.</summary>
public sealed class DemoTests : IDisposable
{
    private static readonly string[] Events =
    [
        "payments", "returned debits", "refunds", "disputes credited", "disputes rejected", "letters", "promises kept",
        "promises broken", "payment plans kept", "payment plans broken", "agency placements", "commissions",
        "write-offs", "recoveries", "deposits", "deposits taken for arrears", "deposits given back",
        "deposits with interest",
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory("billing-demo-test-").FullName;

    private string Database => Path.Combine(_directory, "billing.db");

    [Fact]
    public async Task Two_hundred_accounts_live_through_a_year_and_other_programs_accept_its_books()
    {
        var demo = await CliProcess.Run("demo", "--accounts", "200", "--exit", "--sqlite", Database);

        Assert.True(demo.ExitCode == 0, demo.Output + demo.Errors);
        for (var month = 1; month <= 12; month++)
            Assert.Contains(demo.Lines, line =>
                Cells(line) is [var period, "AUD", "200", ..] && period == $"2025-{month:D2}");
        var sum = demo.Lines.Single(line => line.StartsWith("all periods", StringComparison.Ordinal));
        // Two hundred accounts, twelve months: whatever was held was caught up, so that no month of nobody is missing.
        Assert.Equal("2,400", Cells(sum)[3]);
        Assert.Contains("verify: all checks hold", demo.Output, StringComparison.Ordinal);
        Assert.All(Events, what => Assert.Matches($@"\b[1-9][0-9,]* {what}\b", demo.Output));

        var again = await CliProcess.Run("verify", "--sqlite", Database, "--json");
        Assert.Equal(0, again.ExitCode);
        Assert.All(again.Lines, line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        await TheBooksAreAccepted();
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private async Task TheBooksAreAccepted()
    {
        var storage = new StorageOptions { Path = Database };
        await using var host = await EmbeddedHost.Start(
            storage, "http://127.0.0.1:0", TimeProvider.System, Http.Cancellation);
        var key = (await host.MakeKey("cora", ["controller"], 1, Http.Cancellation)).Text;
        string[] door = ["--url", host.Address.ToString(), "--key", key];
        var balance = await CliProcess.Run(
            ["ledger", "trial-balance", "demo", "--from", "2025-01-01", "--until", "2026-03-01", .. door]);
        Assert.True(balance.ExitCode == 0, balance.Output + balance.Errors);
        Assert.Contains("unidentified-cash", balance.Output, StringComparison.Ordinal);
        foreach (var monthEnd in new[] { "2025-06-30", "2025-12-31", "2026-01-31" })
        {
            var ageing = await CliProcess.Run(["ledger", "ageing", "demo", "--as-of", monthEnd, .. door]);
            Assert.True(ageing.ExitCode == 0, ageing.Output + ageing.Errors);
        }
        foreach (var format in Enum.GetValues<JournalFormat>())
        {
            var file = Path.Combine(_directory, format + ".journal");
            var export = await CliProcess.Run(
                [
                    "ledger", "export", "demo", file, "--from", "2025-01-01", "--until", "2026-03-01",
                    "--format", format == JournalFormat.Hledger ? "hledger" : "beancount", .. door,
                ]);
            Assert.True(export.ExitCode == 0, export.Output + export.Errors);
            await JournalChecker.Accepts(
                format, await File.ReadAllTextAsync(file, Http.Cancellation), Http.Cancellation);
        }
    }
}
