using System.Text.Json.Nodes;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Two people change what decides who may approve what, as they type it.</summary>
public sealed class EntityVerbTests(BilledHost host) : IClassFixture<BilledHost>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("billing-cli-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_draft_is_listed_shown_withdrawn_rejected_and_released()
    {
        var (suzy, coco) = (host.Door.Key, await host.Key("coco", "controller"));
        var file = await Wanted(approvalDays: 21);
        Ends(4, await Run(suzy, "draft", file, "--replaces", "1")); // Without a reason nothing is asked for.
        var first = Ends(0, await Run(suzy, "draft", file, "--replaces", "1", "--reason", "holidays"));
        Assert.Equal("east  draft 1 of version 1  waiting  suzy: holidays", first.Lines[0]);
        Assert.Contains("  approvalDays  14 -> 21", first.Lines);

        // Waiting drafts are listed, for people and for programs; who made one does not decide on it.
        var listed = Ends(0, await Run(coco, "drafts"));
        Assert.Equal("east  draft 1 of version 1  suzy: holidays", Assert.Single(listed.Lines));
        var json = JsonNode.Parse(Ends(0, await Run(coco, "drafts", "--json")).Output)!;
        Assert.Equal(("east", 1), ((string?)json["entityId"], (int?)json["version"]));
        await IsRefused("second-person-needed", suzy, "release", "east", "--draft", "1");
        await IsRefused("second-person-needed", suzy, "reject", "east", "--draft", "1", "--reason", "no");
        await IsRefused("not-the-maker", coco, "withdraw", "east", "--draft", "1");

        var done = Ends(0, await Run(suzy, "withdraw", "east", "--draft", "1"));
        Assert.Equal("east: withdraw done", Assert.Single(done.Lines));
        Assert.Empty(Ends(0, await Run(coco, "drafts")).Lines);
        Assert.StartsWith(
            "east  draft 2 of version 1  withdrawn", Ends(0, await Run(coco, "show", "east")).Lines[0],
            StringComparison.Ordinal);

        Ends(0, await Run(suzy, "draft", file, "--replaces", "1", "--reason", "again"));
        Ends(4, await Run(coco, "reject", "east", "--draft", "3")); // A no says why.
        Ends(0, await Run(coco, "reject", "east", "--draft", "3", "--reason", "too long"));
        Ends(0, await Run(suzy, "draft", file, "--replaces", "1", "--reason", "a last time"));
        await IsRefused("stale-version", coco, "release", "east", "--draft", "4");
        Ends(0, await Run(coco, "release", "east", "--draft", "5"));
        var now = JsonNode.Parse(await Record())!;
        Assert.Equal((21, 2), ((int?)now["content"]!["legalEntity"]!["approvalDays"], (int?)now["version"]));
    }

    private async Task<string> Wanted(int approvalDays)
    {
        var record = JsonNode.Parse(await Record())!["content"]!["legalEntity"]!;
        record["approvalDays"] = approvalDays;
        var path = Path.Combine(_directory, "east.json");
        await File.WriteAllTextAsync(path, record.ToJsonString(), Http.Cancellation);
        return path;
    }

    private async Task<string> Record()
    {
        using var view = await host.Supervisor.Send("GET", "/v1/legal-entities/east");
        return (await view.Json()).GetRawText();
    }

    private async Task IsRefused(string code, string key, params string[] arguments)
    {
        var refused = await Run(key, arguments);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains(code, refused.Output + refused.Errors, StringComparison.Ordinal);
    }

    private Task<CliResult> Run(string key, params string[] arguments) =>
        CliProcess.Run(["entity", .. arguments, "--url", host.Door.Address.ToString(), "--key", key]);

    private static CliResult Ends(int exitCode, CliResult result)
    {
        Assert.True(exitCode == result.ExitCode, $"{result.ExitCode}: {result.Output}{result.Errors}");
        return result;
    }
}
