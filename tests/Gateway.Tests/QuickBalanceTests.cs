using System.Net;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Tests;

/// <summary>The short way to a balance says what the long one says, and nothing else.</summary>
public sealed class QuickBalanceTests
{
    private const string Balance = "/v1/accounts/north/quick-1/balance";

    [Fact]
    public async Task Both_ways_answer_the_same()
    {
        await using var host = await GatewayHost.Start();
        var client = host.As("agent");
        var answers = new List<string>();
        foreach (var isQuick in new[] { false, true, true })
        {
            using var response = await client.Send("GET", Balance);
            Assert.Equal((HttpStatusCode.OK, isQuick), (response.StatusCode, IsQuick(response)));
            answers.Add(await Told(response));
        }
        Assert.Contains("\"balanceMinor\":1234", answers[0], StringComparison.Ordinal);
        Assert.Contains("ETag: \"7\"", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("agent", "", "/v1/accounts/north/nobody/balance", HttpStatusCode.NotFound, "account-unknown")]
    [InlineData("agent", "south", Balance, HttpStatusCode.NotFound, "account-unknown")]
    [InlineData("admin", "", Balance, HttpStatusCode.Forbidden, "not-permitted")]
    [InlineData("agent", "", "/v1/accounts/north/a%20b/balance", HttpStatusCode.BadRequest, "id-invalid")]
    public async Task Who_is_known_is_refused_as_ever(
        string role, string entity, string path, HttpStatusCode status, string code)
    {
        await using var host = await GatewayHost.Start();
        var client = host.As(role, "pat", entity.Length == 0 ? [] : [entity]);
        for (var call = 0; call < 2; call++)
        {
            using var me = await client.Send("GET", "/v1/me");
            using var response = await client.Send("GET", path);
            await response.Problem(status, code);
        }
    }

    [Fact]
    public async Task A_wrong_secret_of_a_known_key_is_refused_and_counted()
    {
        await using var host = await GatewayHost.Start();
        host.Behind.Address = IPAddress.Parse("203.0.113.77");
        var client = host.As("agent");
        await Warm(client);
        var right = client.DefaultRequestHeaders.Authorization!.Parameter!;
        var guess = host.With(right[..^1] + (right[^1] == '0' ? '1' : '0'));
        for (var i = 0; i < 5; i++)
        {
            using var refused = await guess.Send("GET", Balance);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        using var locked = await client.Send("GET", Balance);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
    }

    [Fact]
    public async Task A_key_is_not_believed_beyond_its_time()
    {
        await using var host = await GatewayHost.Start();
        var client = host.As("agent");
        await Warm(client);
        host.Behind.Keys.Keys.Clear();
        host.Behind.Clock.Advance(TimeSpan.FromSeconds(61));
        using var response = await client.Send("GET", Balance);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_look_at_a_sensitive_account_is_noted_on_either_way()
    {
        await using var host = await GatewayHost.StartOwn();
        var client = host.As("agent");
        await Warm(client);
        host.Behind.Audit.Sensitive[("north", "quick-1")] = new SensitiveAccount(
            "north", "quick-1", "A colleague's own", "sue", host.Behind.Clock.GetUtcNow());
        host.Behind.Clock.Advance(TimeSpan.FromSeconds(11));
        for (var call = 0; call < 2; call++)
        {
            using var response = await client.Send("GET", Balance);
            Assert.False(IsQuick(response));
        }
        Assert.Equal(
            ["pat sensitive-account-viewed north/quick-1", "pat sensitive-account-viewed north/quick-1"],
            host.Behind.Audit.Told);
    }

    [Fact]
    public async Task Both_ways_count_in_the_same_window()
    {
        await using var host = await GatewayHost.Start(
            ("Billing:Gateway:Reads:PermitCount", "20"), ("Billing:Gateway:Reads:WindowSeconds", "600"));
        var client = host.As("agent");
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 25; call++)
        {
            using var response = await client.Send("GET", call % 3 == 2 ? "/v1/me" : Balance);
            statuses.Add(response.StatusCode);
        }
        Assert.All(statuses[..20], status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(statuses[20..], status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
    }

    // The long way sends the answer in chunks.
    private static bool IsQuick(HttpResponseMessage response) =>
        response.Content.Headers.Contains("Content-Length");

    private static async Task Warm(HttpClient client)
    {
        for (var call = 0; call < 2; call++)
        {
            using var response = await client.Send("GET", Balance);
            Assert.Equal((HttpStatusCode.OK, call == 1), (response.StatusCode, IsQuick(response)));
        }
    }

    private static async Task<string> Told(HttpResponseMessage response) => string.Join('\n', response.Headers
        .Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
        .OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Append(await response.Content.ReadAsStringAsync(Http.Cancellation)));
}
