using System.Net;
using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Parents and children through the real host and the command line.</summary>
public sealed class CollectiveTests(BilledHost host) : IClassFixture<BilledHost>
{
    [Fact]
    public async Task A_child_joins_a_parent_and_leaves_it()
    {
        var clerk = await host.As("clara", "clerk");
        Assert.Equal("parent-not-collecting", await Code(clerk, "A-2/parent", new { parentId = "A-1" }));
        Assert.Equal("bill-day-invalid", await Code(clerk, "A-1/collective", new { billDay = 31 }));
        await Done(clerk, "A-1/collective", new { billDay = 28 });
        await Done(clerk, "A-2/parent", new { parentId = "A-1" });
        Assert.Equal("hierarchy-too-deep", await Code(clerk, "A-2/collective", new { billDay = 28 }));
        Assert.Equal("parent-exists", await Code(clerk, "A-2/parent", new { parentId = "A-9" }));

        var children = await Cli("children", "east/A-1");
        Assert.Equal(["A-2"], children.Lines);
        var shown = await Cli("show", "east/A-2");
        Assert.Contains("east/A-2: paid by A-1", shown.Output, StringComparison.Ordinal);
        var unknown = await Cli("bill", "east/A-1", "--bill", "collective.20250101");
        Assert.NotEqual(0, unknown.ExitCode);

        var left = await Cli("leave", "east/A-2");
        Assert.True(left.ExitCode == 0, left.Errors);
        Assert.Empty((await Cli("children", "east/A-1")).Lines);
    }

    private static Task<HttpResponseMessage> Post(HttpClient who, string part, object body) => who.Send(
        "POST", "/v1/accounts/east/" + part, JsonSerializer.Serialize(body),
        "Idempotency-Key: " + Guid.NewGuid().ToString("N"));

    private static async Task Done(HttpClient who, string part, object body)
    {
        using var response = await Post(who, part, body);
        Assert.True(
            response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private static async Task<string> Code(HttpClient who, string part, object body)
    {
        using var response = await Post(who, part, body);
        return (await response.Json()).GetProperty("code").GetString()!;
    }

    private Task<CliResult> Cli(params string[] arguments) => CliProcess.Run(
        ["collective", .. arguments, "--url", host.Door.Address.ToString(), "--key", host.Door.Key]);
}
