using System.Text.RegularExpressions;

namespace BillingActors.Gateway.Tests;

/// <summary>What a browser must load before it can be pressed keys in.</summary>
public sealed partial class ConsoleScriptTests
{
    private const int BytesMax = 5_000;

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, deflate", "gzip")] // Without TLS no browser asks for more.
    public async Task Our_own_script_is_one_module_of_less_than_5_kB_as_it_is_sent(string accepted, string packing)
    {
        await using var host = await GatewayHost.Start();
        var client = host.Anonymous();
        var page = await client.GetStringAsync("/console/login", Http.Cancellation);
        var address = Assert.Single(Modules().Matches(page)).Groups["address"].Value;
        Assert.EndsWith("/console.js", address, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", accepted);
        using var answer = await client.SendAsync(request, Http.Cancellation);

        Assert.Equal([packing], answer.Content.Headers.ContentEncoding);
        var sent = await answer.Content.ReadAsByteArrayAsync(Http.Cancellation);
        Assert.InRange(sent.Length, 1, BytesMax);
    }

    [GeneratedRegex(
        "<script[^>]*src=\"(?<address>[^\"]+)\"[^>]*type=\"module\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Modules();
}
