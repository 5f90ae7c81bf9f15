using System.Text.Json;
using BillingActors.Cli;
using BillingActors.Cli.Verbs;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Gateway.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("billing-cli-").FullName;

    private string Database => Path.Combine(_directory, "billing.db");

    [Fact]
    public async Task Help_lists_every_verb()
    {
        var help = await CliProcess.Run("--help");

        Assert.Equal(0, help.ExitCode);
        foreach (var verb in new[]
        {
            "serve", "demo", "import", "run", "account", "search", "balance", "invoice", "rate", "worklist", "verify",
            "keys", "bench", "load", "tariff", "what-if",
        })
            Assert.Contains(help.Lines, line => line.TrimStart().StartsWith(verb, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_verb_is_found_by_its_name()
    {
        using var nowhere = new StringWriter();
        var terminal = new Terminal(nowhere, nowhere, false);

        Assert.All(CommandLine.Verbs, verb => Assert.Equal(verb.Name, verb.Create(terminal).Name));
    }

    [Fact]
    public void An_item_without_a_number_is_named_by_the_id_that_options_take()
    {
        using var printed = new StringWriter();
        var day = new DateOnly(2025, 3, 15);
        OpenItemView[] items = [new("interest-1", "", 8, 8, day, day), new("n.A-1.2", "INV-00000001", 9, 9, day, day)];

        AccountVerbs.Print(
            new AccountView("n", "A-1", "C-1", "open", "EUR", "monthly", 14, day, [], [], [.. items], 17, 1, 2,
                DateTimeOffset.UnixEpoch),
            new Terminal(printed, printed, false));

        Assert.Contains("  interest-1: 0.08 EUR open", printed.ToString(), StringComparison.Ordinal);
        Assert.Contains("  INV-00000001: 0.09 EUR open", printed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("balance")]
    [InlineData("balance", "no-slash")]
    [InlineData("run", "plan", "--entity", "e", "--cycle", "c", "--until", "31.12.2025")]
    [InlineData("run", "resolve", "r", "a", "--action", "burn", "--reason", "x")]
    [InlineData("run", "approve", "r", "--idempotency-key", "short")]
    [InlineData(
        "account", "move-out", "e/a", "--id", "m", "--contract", "c", "--until", "2025-02-11", "--reason", "moved",
        "--final-read", "R1=12x")]
    [InlineData("demo", "--accounts", "0")]
    [InlineData("load", "--profile", "teatime")]
    [InlineData("load", "--profile", "cycle-night")]
    [InlineData("load", "--profile", "storm", "--rate", "0")]
    [InlineData("bench", "payments", "--lines", "10001")]
    [InlineData("bench", "landing", "--interval", "7")]
    [InlineData("bench", "usage", "--sqlite", "billing.db")]
    [InlineData("import", "/no/such/file.csv")]
    [InlineData("verify", "--sqlite", "/no/such/file.db")]
    public async Task What_makes_no_sense_exits_4_and_says_what(params string[] arguments)
    {
        var result = await CliProcess.Run(arguments);

        Assert.Equal(4, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public async Task A_verb_that_is_misused_shows_its_own_usage()
    {
        var result = await CliProcess.Run("run", "plan", "--entity", "e");

        Assert.Contains("--cycle", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Usage:", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "somebody")]
    [InlineData("run", "list")]
    [InlineData("run", "cancel", "run-1")]
    public async Task Nobody_at_the_address_exits_5(params string[] arguments)
    {
        // Port 1 of the loopback address is nobody's.
        var result = await CliProcess.Run([.. arguments, "--url", "http://127.0.0.1:1"]);

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("127.0.0.1:1", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_prints_the_key_it_used()
    {
        var given = await CliProcess.Run("run", "cancel", "r", "--url", "http://127.0.0.1:1", "--idempotency-key",
            "my-own-key");
        var fresh = await CliProcess.Run("run", "cancel", "r", "--url", "http://127.0.0.1:1");

        Assert.Contains("idempotency-key: my-own-key", given.Errors, StringComparison.Ordinal);
        Assert.Matches("idempotency-key: [0-9a-f]{32}", fresh.Errors);
    }

    [Fact]
    public async Task Keys_are_made_listed_and_revoked_offline_with_one_object_per_line()
    {
        var first = await Keys("create", "--role", "operator", "--person", "ada");
        var second = await Keys("create", "--role", "supervisor", "auditor", "--person", "bo", "--entity", "north");
        var keyId = first.Output.Trim().Split('_')[1];
        var revoked = await Keys("revoke", keyId);
        var listed = await Keys("list", "--json");

        Assert.Equal([0, 0, 0, 0], new[] { first, second, revoked, listed }.Select(result => result.ExitCode));
        Assert.StartsWith("bak_", first.Output, StringComparison.Ordinal);
        var keys = listed.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["ada", "bo"],
            keys.Select(key => key.GetProperty("personId").GetString()).Order(StringComparer.Ordinal));
        var ada = keys.Single(key => key.GetProperty("keyId").GetString() == keyId);
        Assert.NotEqual(JsonValueKind.Null, ada.GetProperty("revokedAt").ValueKind);
        Assert.DoesNotContain(first.Output.Trim().Split('_')[2], listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_nobody_made_cannot_be_revoked()
    {
        await Keys("create", "--role", "operator", "--person", "ada");

        var result = await Keys("revoke", "0123456789abcdef");

        Assert.Equal(1, result.ExitCode);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private Task<CliResult> Keys(params string[] arguments) =>
        CliProcess.Run(["keys", .. arguments, "--sqlite", Database]);
}
