using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>A note is written, listed, pinned and withdrawn with nothing but the command line.</summary>
public sealed class NoteVerbTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "east/A-1";

    [Fact]
    public async Task A_note_is_added_about_an_invoice_listed_pinned_and_withdrawn()
    {
        var (ada, carl) = (await host.Key("ada", "agent"), await host.Key("carl", "clerk"));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "The meter is behind the hedge\nand the dog bites\n", Http.Cancellation);
        using var invoices = await host.Supervisor.Send("GET", "/v1/accounts/east/A-1/invoices");
        var number = (await invoices.Json()).GetProperty("items")[0].GetProperty("number").GetString()!;

        var added = Ends(0, await Run(
            ada, "add", Account, "--kind", "visit", "--text-file", file, "--invoice", number,
            "--idempotency-key", "note-verb-1"));
        File.Delete(file);
        var noteId = added.Lines[0].Split(' ')[0];
        Assert.EndsWith($"  visit  ada  about invoice {number}", added.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["    The meter is behind the hedge", "    and the dog bites"], added.Lines[1..3]);

        var listed = Ends(0, await Run(carl, "list", Account, "--kind", "visit", "--json"));
        var row = JsonSerializer.Deserialize<JsonElement>(Assert.Single(listed.Lines));
        Assert.Equal(noteId, row.GetProperty("noteId").GetString());
        Assert.Contains("visit, pinned", Ends(0, await Run(carl, "pin", Account, noteId)).Output,
            StringComparison.Ordinal);
        Assert.Single(Ends(0, await Run(carl, "list", Account, "--pinned", "--json")).Lines);
        Ends(0, await Run(carl, "unpin", Account, noteId));
        Assert.Contains("note-of-another",
            Ends(3, await Run(carl, "withdraw", Account, noteId, "--reason", "gone")).Errors,
            StringComparison.Ordinal);
        Assert.Contains("by ada: the dog died",
            Ends(0, await Run(ada, "withdraw", Account, noteId, "--reason", "the dog died")).Output,
            StringComparison.Ordinal);
        Assert.Empty(Ends(0, await Run(carl, "list", Account, "--kind", "visit")).Lines);
        Assert.NotEmpty(Ends(0, await Run(carl, "list", Account, "--kind", "visit", "--withdrawn")).Lines);
        Assert.NotEqual(0, (await Run(ada, "add", Account, "--kind", "phone")).ExitCode);
        Assert.NotEqual(0, (await Run(
            ada, "add", Account, "--kind", "phone", "--text", "x", "--invoice", "1", "--dispute", "2")).ExitCode);
    }

    private Task<CliResult> Run(string key, params string[] arguments) =>
        CliProcess.Run(["note", .. arguments, "--url", host.Door.Address.ToString(), "--key", key]);

    private static CliResult Ends(int exitCode, CliResult result)
    {
        Assert.True(exitCode == result.ExitCode, $"{result.ExitCode}: {result.Output}{result.Errors}");
        return result;
    }
}
