using System.Net;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Calls of the real program to a receiver of their own, what becomes of them, on any database.</summary>
public abstract class WebhookCallContract(WebhookWorld world)
{
    private readonly string _path = "/" + Guid.NewGuid().ToString("N");

    [Fact]
    public async Task A_payment_is_told_once_with_a_signature_that_its_receiver_can_check()
    {
        var made = await world.Make(_path, "payment.received");
        var receiptId = await world.Pay(0);

        var call = (await world.Receiver.Until(_path, 1))[0];

        Assert.True(call.IsSignedWith(made.Secret));
        Assert.False(call.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32])));
        Assert.InRange(call.Age(TimeProvider.System.GetUtcNow()), TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        Assert.Equal((receiptId, 1000L, "AUD", call.Id), (
            call.Data.GetProperty("receiptId").GetString(), call.Data.GetProperty("amountMinor").GetInt64(),
            call.Data.GetProperty("currency").GetString(), call.Said.GetProperty("id").GetString()));
        Assert.InRange(call.Body.Length, 1, 20_000);
        var row = await world.Until(made.Id, log => log[0].GetProperty("state").GetString() == "delivered");
        Assert.Equal(204, row[0].GetProperty("lastStatus").GetInt32());
        Assert.Single(world.Receiver.Of(_path));
        await world.Disable(made.Id);
    }

    [Fact]
    public async Task What_fails_comes_again_under_its_id_and_what_follows_of_the_account_waits_for_it()
    {
        var left = 2;
        world.Receiver.Answer(_path, _ => left-- > 0 ? 503 : 200);
        var made = await world.Make(_path, "payment.received", "payment.reversed");
        var receiptId = await world.Pay(1);
        await world.Reverse(1, receiptId);
        await world.Pay(1);

        var calls = await world.Receiver.Until(_path, 5);

        Assert.Equal(
            ["payment.received", "payment.received", "payment.received", "payment.reversed", "payment.received"],
            calls.Select(call => call.Type));
        Assert.Single(calls.Take(3).Select(call => call.Id).Distinct(StringComparer.Ordinal));
        Assert.Equal(3, calls.Select(call => call.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Single(calls.Take(3).Select(call => call.Body).Distinct(StringComparer.Ordinal));
        await world.Disable(made.Id);
    }

    [Fact]
    public async Task An_endpoint_that_says_410_is_disabled_and_one_that_redirects_is_not_followed()
    {
        world.Receiver.Answer(_path, _ => 410);
        var made = await world.Make(_path, "payment.received");
        await world.Pay(2);
        await world.Receiver.Until(_path, 1);
        using var gone = await world.UntilDisabled(made.Id);
        Assert.Equal("gone", (await gone.Json()).GetProperty("why").GetString());
        using var worklist = await world.Supervisor.Send("GET", "/v1/worklist?kind=webhook-endpoint&state=open");
        Assert.Contains(made.Id, await worklist.Content.ReadAsStringAsync(Http.Cancellation), StringComparison.Ordinal);

        var moved = "/" + Guid.NewGuid().ToString("N");
        world.Receiver.Answer(moved, _ => 302);
        var other = await world.Make(moved, "payment.received");
        await world.Pay(2);
        await world.Receiver.Until(moved, 1);
        var row = await world.Until(other.Id, log => log[0].GetProperty("attemptCount").GetInt32() > 0
            && log[0].GetProperty("lastOutcome").ValueKind == JsonValueKind.String);
        Assert.Equal("redirected", row[0].GetProperty("lastOutcome").GetString());
        Assert.Empty(world.Receiver.Of("/elsewhere"));
        await world.Disable(other.Id);
    }

    [Fact]
    public async Task While_a_secret_changes_both_sign_and_a_replay_keeps_the_id()
    {
        var made = await world.Make(_path, "payment.received");
        await world.Pay(3);
        var first = (await world.Receiver.Until(_path, 1))[0];
        var second = await world.Rotate(made.Id);
        await world.Until(made.Id, log => log[0].GetProperty("state").GetString() == "delivered");

        await world.Replay(made.Id, """{"from":"2020-01-01T00:00:00Z"}""");

        var again = (await world.Receiver.Until(_path, 2))[1];
        Assert.Equal((first.Id, first.Body), (again.Id, again.Body));
        Assert.True(again.IsSignedWith(made.Secret) && again.IsSignedWith(second));
        Assert.True(first.IsSignedWith(made.Secret) && !first.IsSignedWith(second));
        using var unclear = await world.Admin.Send(
            "POST", $"/v1/webhooks/{made.Id}/replay", "{}", "Idempotency-Key: unclear-" + made.Id);
        await unclear.Problem(HttpStatusCode.UnprocessableEntity, "replay-invalid");
        await world.Disable(made.Id);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_program_is_killed_and_started_again()
    {
        world.Receiver.Answer(_path, _ => 503);
        var made = await world.Make(_path, "payment.received");
        var before = new List<string>();
        for (var i = 0; i < 3; i++)
            before.Add(await world.Pay(4 + i));
        await world.Receiver.Until(_path, 1);
        before.Add(await world.Pay(4)); // Noted by its flush, and perhaps by nothing else yet.

        await world.KillAndStart();
        world.Receiver.Answer(_path, _ => 200);

        await world.Until(made.Id, log => log.Length == 4
            && log.All(row => row.GetProperty("state").GetString() == "delivered"));
        var told = world.Receiver.Of(_path).GroupBy(call => call.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(4, told.Count);
        Assert.Equal(
            before.Order(StringComparer.Ordinal),
            told.Select(one => one.First().Data.GetProperty("receiptId").GetString()!).Order(StringComparer.Ordinal));
        await world.Disable(made.Id);
    }
}
