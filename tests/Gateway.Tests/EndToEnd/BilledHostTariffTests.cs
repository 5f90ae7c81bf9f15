using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The verbs of tariffs, with and without the real host.</summary>
public sealed class BilledHostTariffTests(BilledHost host) : IClassFixture<BilledHost>, IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task A_draft_is_saved_compared_published_and_listed()
    {
        await Write(Next("0.35"));
        var draft = await Draft("--reason", "prices of next year");
        await Write(Next("0.4"));
        var again = await Draft();
        var alone = await Cli(["tariff", "publish", "next", "--reason", "alone"], host.OperatorKey);
        var drafts = await Verb("list", "--drafts", "--json");
        var before = await Verb("diff", "next");
        var whatIf = await Cli(
            ["what-if", "east/A-1", "--contract", "K-1", "--from", "2025-01-01", "--until", "2025-02-01",
                "--tariff", "next", "--draft"]);
        var published = await Verb("publish", "next", "--reason", "agreed by the board");
        var after = await Verb("diff", "next");
        var history = await Verb("show", "next", "--history");
        var listed = await Verb("list");

        Assert.All([draft, again, drafts, published, after, history, listed, whatIf], ran =>
            Assert.True(ran.ExitCode == 0, ran.Errors));
        Assert.Equal(3, alone.ExitCode);
        Assert.Contains("revision 2", again.Output, StringComparison.Ordinal);
        Assert.Contains("next", drafts.Lines.Select(line =>
            JsonSerializer.Deserialize<JsonElement>(line).GetProperty("id").GetString()));
        Assert.Contains("no published of this tariff", before.Errors, StringComparison.Ordinal);
        Assert.Contains("total 99.57 AUD", whatIf.Output, StringComparison.Ordinal);
        Assert.Contains("no difference", after.Output, StringComparison.Ordinal);
        Assert.Contains("agreed by the board", history.Output, StringComparison.Ordinal);
        Assert.Contains(listed.Lines, line => line.StartsWith("next  AUD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_draft_is_kept_and_told_and_cannot_be_published()
    {
        await Write(Next("0.35").Replace("\"id\":\"next\"", "\"id\":\"wrong\"", StringComparison.Ordinal)
            .Replace("\"number\":1", "\"number\":0", StringComparison.Ordinal));

        var draft = await Draft();
        var checkedHere = await CliProcess.Run("tariff", "check", _file);
        var published = await Verb("publish", "wrong", "--reason", "no");

        Assert.Equal((0, 3, 1), (draft.ExitCode, checkedHere.ExitCode, published.ExitCode));
        Assert.Contains("versions/0/number: version-number", draft.Output, StringComparison.Ordinal);
        Assert.StartsWith("versions/0/number: version-number", checkedHere.Output, StringComparison.Ordinal);
        Assert.Contains("tariff-invalid", published.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_and_a_check_need_no_server()
    {
        await Write(Next("0.35"));
        var schema = await CliProcess.Run("tariff", "schema");
        var sound = await CliProcess.Run("tariff", "check", _file);
        await Write("""{"id":"next"}""");
        var unread = await CliProcess.Run("tariff", "check", _file);

        Assert.Equal(Reference.Committed("tariff.schema.json"), schema.Output);
        Assert.Equal((0, 1), (sound.ExitCode, unread.ExitCode));
        Assert.Contains("name", unread.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private static string Next(string price) => $$$"""
        {"id":"next","name":"Next","currency":"AUD","zone":"Australia/Brisbane","versions":[{"number":1,
        "validFrom":"2024-01-01","charges":[
        {"kind":"fixed","code":"supply","text":"Supply","taxCategory":"standard","per":"day","price":"1"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"{{{price}}}"}}],
        "taxes":[{"code":"GST","text":"GST 10 %","percent":"10","categories":["standard"]}]}]}
        """;

    private Task Write(string json) => File.WriteAllTextAsync(_file, json, Http.Cancellation);

    // Another person than the one who publishes.
    private Task<CliResult> Draft(params string[] arguments) =>
        Cli(["tariff", "draft", _file, .. arguments], host.OperatorKey);

    private Task<CliResult> Verb(params string[] arguments) => Cli(["tariff", .. arguments]);

    private Task<CliResult> Cli(string[] arguments, string? key = null) => CliProcess.Run(
        [.. arguments, "--url", host.Supervisor.BaseAddress!.ToString(), "--key", key ?? host.Door.Key]);
}
