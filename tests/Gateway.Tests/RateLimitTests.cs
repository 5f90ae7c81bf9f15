using System.Net;

namespace BillingActors.Gateway.Tests;

public sealed class RateLimitTests
{
    private const int CallCount = 200;
    private const int PermitCount = 20;

    private static readonly (string, string)[] Settings =
    [
        ("Billing:Gateway:Reads:PermitCount", $"{PermitCount}"), ("Billing:Gateway:Reads:WindowSeconds", "600"),
    ];

    [Fact]
    public async Task Two_hundred_calls_at_a_limit_of_twenty_are_twenty_answers_and_the_rest_refusals()
    {
        await using var host = await GatewayHost.Start(Settings);
        var client = host.As("agent");
        var counts = new Dictionary<HttpStatusCode, int>();
        for (var call = 0; call < CallCount; call++)
        {
            using var response = await client.Send("GET", "/v1/me", null, $"X-Api-Key: {call}", $"X-User: {call}");
            counts[response.StatusCode] = counts.GetValueOrDefault(response.StatusCode) + 1;
            if (response.StatusCode == HttpStatusCode.OK)
                continue;
            await response.Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
            Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        }
        Assert.Equal(PermitCount, counts[HttpStatusCode.OK]);
        Assert.Equal(CallCount - PermitCount, counts[HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public async Task One_caller_does_not_use_up_the_limit_of_another_or_of_another_bucket()
    {
        await using var host = await GatewayHost.Start(Settings);
        var (busy, calm) = (host.As("clerk"), host.As("clerk"));
        for (var call = 0; call <= PermitCount; call++)
            using (await busy.Send("GET", "/v1/me"))
            {
            }
        using var full = await busy.Send("GET", "/v1/me");
        using var other = await calm.Send("GET", "/v1/me");
        using var money = await busy.Send(
            "POST", "/v1/accounts/north/a1/close", """{"on":"2026-01-01"}""", "Idempotency-Key: 12345678");
        Assert.Equal(HttpStatusCode.TooManyRequests, full.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, money.StatusCode);
    }
}
