using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>An administrator looks after endpoints outside with nothing but the command line.</summary>
public sealed class WebhookVerbTests(SqliteWebhookWorld world) : IClassFixture<SqliteWebhookWorld>
{
    private readonly string _path = "/" + Guid.NewGuid().ToString("N");

    [Fact]
    public async Task An_endpoint_is_added_listed_changed_disabled_and_enabled()
    {
        string[] wanted =
        [
            "--entity", "demo", "--to", world.Receiver.Address + _path, "--type", "payment.received",
            "--description", "books",
        ];
        var added = Ends(0, await Run(["add", .. wanted, "--idempotency-key", "verb" + _path]));
        var secret = Assert.Single(added.Lines);
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        var again = Ends(1, await Run(["add", .. wanted, "--idempotency-key", "verb" + _path]));
        Assert.DoesNotContain(secret, again.Output, StringComparison.Ordinal);
        var id = added.Errors.Split(' ')
            .Single(word => word.StartsWith("webhook-", StringComparison.Ordinal)).Trim(';');

        var listed = Ends(0, await Run("list"));
        Assert.Contains($"{id}  demo  version 1  enabled  {world.Receiver.Address}{_path}  payment.received  books",
            listed.Lines);
        Assert.DoesNotContain("whsec_", listed.Output, StringComparison.Ordinal);

        var changed = Said(await Run(
            "change", id, "--type", "invoice.issued", "payment.received", "--description", "archive", "--json"));
        Assert.Equal((2, "archive", world.Receiver.Address + _path), (
            changed.GetProperty("version").GetInt32(), changed.GetProperty("description").GetString(),
            changed.GetProperty("url").GetString()));
        Assert.Equal(2, changed.GetProperty("types").GetArrayLength());

        // What somebody else changed meanwhile is not overwritten by who says what they saw.
        Assert.Contains("stale-version", Ends(1, await Run("disable", id, "--version", "1")).Errors,
            StringComparison.Ordinal);
        var off = Said(await Run("disable", id, "--json"));
        Assert.Equal((false, "by-hand", 3), (
            off.GetProperty("isEnabled").GetBoolean(), off.GetProperty("why").GetString(),
            off.GetProperty("version").GetInt32()));
        Assert.True(Said(await Run("enable", id, "--version", "3", "--json")).GetProperty("isEnabled").GetBoolean());
        Assert.Contains("  version 5  disabled, by-hand  ", Ends(0, await Run("disable", id)).Output,
            StringComparison.Ordinal);
        Assert.Contains("webhook-invalid", Ends(1, await Run("change", id, "--to", "http://10.0.0.1/")).Errors,
            StringComparison.Ordinal);
        Assert.Contains("webhook-unknown", Ends(1, await Run("show", "webhook-nobody")).Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_changed_and_deliveries_are_listed_and_sent_again()
    {
        var made = await world.Make(_path, "payment.received");
        await world.Pay(7);
        await world.Until(made.Id, log => log[0].GetProperty("state").GetString() == "delivered");

        var secret = Assert.Single(Ends(0, await Run("rotate-secret", made.Id, "--overlap-hours", "1")).Lines);
        var row = Assert.Single(Ends(0, await Run("deliveries", made.Id, "--state", "delivered")).Lines);
        Assert.Contains("payment.received", row, StringComparison.Ordinal);
        Assert.Contains("delivered, 1 attempts, answer 204", row, StringComparison.Ordinal);
        Assert.Empty(Ends(0, await Run("deliveries", made.Id, "--state", "failed")).Lines);

        var number = row.Split(' ')[0];
        Assert.Equal($"{made.Id}: 1 sent again",
            Assert.Single(Ends(0, await Run("replay", made.Id, "--number", number)).Lines));
        var calls = await world.Receiver.Until(_path, 2);
        Assert.True(calls[1].IsSignedWith(secret) && calls[1].IsSignedWith(made.Secret));
        Assert.Equal(calls[0].Id, calls[1].Id);
        Assert.Equal(0, Said(await Run("replay", made.Id, "--failed", "--json")).GetProperty("count").GetInt32());
        await world.Until(made.Id, log => log[0].GetProperty("state").GetString() == "delivered");
        Ends(0, await Run("replay", made.Id, "--from", "2020-01-01T00:00:00Z"));
        await world.Receiver.Until(_path, 3);
        await world.Disable(made.Id);
    }

    [Theory]
    [InlineData("replay", "webhook-1")]
    [InlineData("replay", "webhook-1", "--failed", "--number", "7")]
    [InlineData("replay", "webhook-1", "--from", "yesterday")]
    [InlineData("deliveries", "webhook-1", "--state", "lost")]
    public async Task What_makes_no_sense_is_not_asked_for(params string[] arguments) =>
        Ends(4, await Run(arguments));

    private Task<CliResult> Run(params string[] arguments) => CliProcess.Run(
        ["webhook", .. arguments, "--url", world.Address.ToString(), "--key", world.AdminKey]);

    private static JsonElement Said(CliResult result) =>
        JsonSerializer.Deserialize<JsonElement>(Ends(0, result).Output);

    private static CliResult Ends(int exitCode, CliResult result)
    {
        Assert.True(exitCode == result.ExitCode, $"{result.ExitCode}: {result.Output}{result.Errors}");
        return result;
    }
}
