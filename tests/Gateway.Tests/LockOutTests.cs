using System.Net;

namespace BillingActors.Gateway.Tests;

/// <summary>Guessing becomes slow, and tells nothing about what there is.</summary>
public sealed class LockOutTests
{
    private static readonly IPAddress Here = IPAddress.Parse("203.0.113.7");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("203.0.113.8");

    [Fact]
    public async Task A_guessed_key_waits_twice_as_long_with_every_further_try_and_elsewhere_it_works()
    {
        await using var host = await GatewayHost.Start();
        host.Behind.Address = Here;
        var right = KeyOf(host);
        var wrong = right[..^1] + (right[^1] == '0' ? '1' : '0');
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await Try(host, wrong));

        Assert.Equal(HttpStatusCode.Unauthorized, await Try(host, right));
        host.Behind.Address = Elsewhere;
        Assert.Equal(HttpStatusCode.OK, await Try(host, right));
        host.Behind.Address = Here;
        foreach (var (over, within) in ((int, int)[])[(1, 1), (1, 3), (1, 7)])
        {
            // When a wait is over, one more wrong try is heard and makes the next wait twice as long.
            host.Behind.Clock.Advance(TimeSpan.FromSeconds(over));
            await Try(host, wrong);
            host.Behind.Clock.Advance(TimeSpan.FromSeconds(within));
            Assert.Equal((within, HttpStatusCode.Unauthorized), (within, await Try(host, right)));
        }
        host.Behind.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.OK, await Try(host, right));
        Assert.Equal(["(unknown) locked-out " + right.Split('_')[1]], host.Behind.Audit.Told);
    }

    [Fact]
    public async Task A_thousand_tries_of_keys_nobody_has_and_of_one_somebody_has_are_alike()
    {
        await using var host = await GatewayHost.Start(("Billing:Auth:NetworkFailureCount", "0"));
        host.Behind.Address = Here;
        var known = KeyOf(host)[..^64] + new string('0', 64);
        var (unknown, answers) = ("bak_" + new string('f', 16) + "_" + new string('0', 64), new List<string>());
        var before = host.Behind.Keys.ReadCount;
        foreach (var text in (string[])[known, unknown])
        {
            for (var i = 0; i < 500; i++)
                answers.Add(await Told(host, text));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        // Each costs the store one question, and no more: known and unknown alike.
        Assert.Equal(2, host.Behind.Keys.ReadCount - before);
    }

    [Fact]
    public async Task A_network_that_tries_many_accounts_is_not_believed_at_all_for_a_while()
    {
        await using var host = await GatewayHost.Start(("Billing:Auth:NetworkFailureCount", "10"));
        host.Behind.Address = Here;
        var right = KeyOf(host);
        for (var i = 0; i < 10; i++)
            await Try(host, $"bak_{i:x16}_{new string('0', 64)}");

        Assert.Equal(HttpStatusCode.Unauthorized, await Try(host, right));
        host.Behind.Address = Elsewhere;
        Assert.Equal(HttpStatusCode.OK, await Try(host, right));
    }

    [Fact]
    public async Task A_person_who_is_refused_again_and_again_fills_no_trail()
    {
        await using var host = await GatewayHost.Start("Development", [("Billing:Auth:DevelopmentIssuer", "true")]);
        host.Behind.Address = IPAddress.Parse("127.0.0.21"); // On this machine, where nobody else was refused.
        var visitor = new Visitor(host.Anonymous());
        for (var i = 0; i < 20; i++)
            (await visitor.LogIn("king")).Dispose();

        Assert.Equal(5, host.Behind.Audit.Entries.Count(entry => entry.Action == "log-in-refused"));
        Assert.Equal(1, host.Behind.Audit.Entries.Count(entry => entry.Action == "locked-out"));
    }

    private static string KeyOf(GatewayHost host) =>
        host.As("agent", "amy").DefaultRequestHeaders.Authorization!.Parameter!;

    private static async Task<HttpStatusCode> Try(GatewayHost host, string text)
    {
        using var answer = await host.With(text).Send("GET", "/v1/me");
        return answer.StatusCode;
    }

    private static async Task<string> Told(GatewayHost host, string text)
    {
        using var answer = await host.With(text).Send("GET", "/v1/me");
        var problem = await answer.AnyProblem();
        return $"{(int)answer.StatusCode} {problem.GetProperty("code")} {problem.EnumerateObject().Count()}";
    }
}
