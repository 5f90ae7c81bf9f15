using System.Net;
using System.Net.Sockets;
using BillingActors.Grains.Webhooks;
using BillingActors.Storage.Webhooks;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Tests.Webhooks;

public sealed class EgressConnectionTests
{
    private static readonly (string, DateTimeOffset, byte[], string) Message =
        ("msg_1", DateTimeOffset.UnixEpoch, "{}"u8.ToArray(), "v1,x");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.7")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.1.1")]
    [InlineData("::1")]
    [InlineData("fd00::7")]
    [InlineData("::ffff:10.0.0.7")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.251")]
    public async Task A_name_that_leads_inside_is_not_called(string address)
    {
        var probe = new Probe([address]);
        using var caller = probe.Caller();

        var answer = await caller.Call("https://hooks.example.org/in", Message, Cancellation);

        Assert.Equal(WebhookAnswer.Blocked, answer.Word);
        Assert.Empty(probe.Opened);
    }

    [Fact]
    public async Task A_name_that_leads_inside_among_others_is_not_called()
    {
        var probe = new Probe(["93.184.215.14", "10.0.0.7"]);
        using var caller = probe.Caller();

        Assert.Equal(WebhookAnswer.Blocked, (await caller.Call("https://a.example.org/", Message, Cancellation)).Word);
        Assert.Empty(probe.Opened);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_the_second_time_changes_nothing()
    {
        var probe = new Probe(["93.184.215.14"], ["127.0.0.1"]);
        using var caller = probe.Caller();

        // The connection goes to the address that was looked at; nobody asks for the name again.
        Assert.Equal(
            WebhookAnswer.Unreachable, (await caller.Call("https://r.example.org/", Message, Cancellation)).Word);
        Assert.Equal("93.184.215.14:443", Assert.Single(probe.Opened).ToString());
        Assert.Equal(1, probe.AskedCount);

        // The next connection asks anew, and is refused.
        Assert.Equal(WebhookAnswer.Blocked, (await caller.Call("https://r.example.org/", Message, Cancellation)).Word);
        Assert.Single(probe.Opened);
    }

    [Fact]
    public async Task An_address_of_before_the_rules_is_not_called_either()
    {
        var probe = new Probe(["93.184.215.14"]);
        using var caller = probe.Caller();

        Assert.Equal(WebhookAnswer.Blocked, (await caller.Call("http://a.example.org/", Message, Cancellation)).Word);
        Assert.Equal(
            WebhookAnswer.Blocked, (await caller.Call("https://a.example.org:22/", Message, Cancellation)).Word);
        Assert.Equal(0, probe.AskedCount);
    }

    /// <summary>Stands where the network is.</summary>
    private sealed class Probe(params string[][] answers)
    {
        public List<IPEndPoint> Opened { get; } = [];

        public int AskedCount { get; private set; }

        public WebhookCaller Caller() => new(
            Options.Create(new WebhookOptions { TimeoutSeconds = 5 }),
            new EgressConnection(loopbackHttp: false)
            {
                Resolve = (_, _) => Task.FromResult<IPAddress[]>(
                    [.. answers[Math.Min(AskedCount++, answers.Length - 1)].Select(IPAddress.Parse)]),
                Open = (place, _) =>
                {
                    Opened.Add(place);
                    throw new SocketException((int)SocketError.ConnectionRefused);
                },
            });
    }
}
