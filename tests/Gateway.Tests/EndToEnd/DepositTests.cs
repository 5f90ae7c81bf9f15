using System.Globalization;
using System.Net;
using System.Text.Json;
using BillingActors.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The life of a deposit, through the front door of the real host and the command line.</summary>
public sealed class DepositTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";
    private const long OwedMinor = 8320;

    [Fact]
    public async Task A_deposit_is_decided_asked_for_paid_and_given_back_by_two_people()
    {
        await Refused("", new { depositId = "D-1" }, HttpStatusCode.UnprocessableEntity, "deposit-policy-missing");
        await Ok("", new { depositId = "D-1", amountMinor = 20000 });
        await Ok("", new { depositId = "D-1", amountMinor = 20000 });
        await Refused(
            "/request", new { depositId = "D-1", instalmentCount = 2 }, HttpStatusCode.UnprocessableEntity,
            "deposit-instalments-invalid");
        await Ok("/request", new { depositId = "D-1" });
        Assert.Equal(OwedMinor + 20000, await Balance());
        await Pay(20000, "D-1.part-1");
        Assert.Equal(("held", 20000, OwedMinor), (await Text("status"), await Minor("heldMinor"), await Balance()));

        // The invoice is owed and not due yet.
        await Refused(
            "/apply", new { releaseId = "A-1", depositId = "D-1" }, HttpStatusCode.Conflict, "deposit-arrears-missing");

        // Above the limit of a clerk.
        var clerk = await host.As("clara", "clerk");
        var waiting = await Ok("/release", new { releaseId = "R-1", depositId = "D-1" }, clerk);
        Assert.Equal("waiting", waiting.GetProperty("state").GetString());
        using var approved = await Post(
            host.Supervisor, Account + "/requests/R-1/approve",
            new { requestId = "R-1", effectMinor = 20000 });
        Assert.Equal("done", (await approved.Json()).GetProperty("state").GetString());

        Assert.Equal(("released", 0), (await Text("status"), await Minor("heldMinor")));
        Assert.Equal(OwedMinor - 20000, await Balance());
        await Refused(
            "/waive", new { reductionId = "L-1", depositId = "D-1", amountMinor = 0 }, HttpStatusCode.Conflict,
            "deposit-ended");
        await Refused(
            "/interest", new { depositId = "D-1" }, HttpStatusCode.UnprocessableEntity, "deposit-interest-missing");
        await Refused("/request", new { depositId = "D-9" }, HttpStatusCode.NotFound, "deposit-unknown");
    }

    [Fact]
    public async Task The_command_line_decides_asks_waives_shows_and_lists()
    {
        await Run("assess", "east/A-2", "--id", "D-2", "--amount-minor", "9000", "--reason", "a test");
        await Run("request", "east/A-2", "--deposit", "D-2");
        var waived = await Run(
            "waive", "east/A-2", "--id", "L-2", "--deposit", "D-2", "--amount-minor", "5000", "--reason", "hardship");
        Assert.Contains("L-2: done", waived, StringComparison.Ordinal);
        Assert.Contains("D-2: requested, hand, 50.00 AUD", await Run("show", "east/A-2"), StringComparison.Ordinal);
        Assert.Contains("east/A-2  D-2  requested", await Run("list"), StringComparison.Ordinal);
        Assert.DoesNotContain("D-2", await Run("list", "--status", "held"), StringComparison.Ordinal);
    }

    private async Task<string> Run(params string[] words)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        string[] arguments =
            ["deposit", .. words, "--url", host.Door.Address.ToString(), "--key", host.Door.Key];
        var terminal = new Terminal(output, errors, isInteractive: false);
        var exit = await CommandLine.Run(arguments, terminal, Http.Cancellation);
        Assert.True(exit == 0, errors.ToString());
        return output.ToString();
    }

    private static Task<HttpResponseMessage> Post(HttpClient who, string path, object body) => who.Send(
        "POST", path, JsonSerializer.Serialize(body), "Idempotency-Key: " + Guid.NewGuid().ToString("N"),
        "Reason: a test");

    private async Task<JsonElement> Ok(string part, object body, HttpClient? who = null)
    {
        using var response = await Post(who ?? host.Supervisor, Account + "/deposits" + part, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
        return await response.Json();
    }

    private async Task Refused(string part, object body, HttpStatusCode status, string code)
    {
        using var response = await Post(host.Supervisor, Account + "/deposits" + part, body);
        await response.Problem(status, code);
    }

    private async Task Pay(long minor, string item)
    {
        var body = new
        {
            receiptId = "R-1",
            source = "bank",
            method = "wire",
            amountMinor = minor,
            currency = "AUD",
            valueOn = "2025-03-01",
            items = new[] { new { item } },
        };
        using var response = await Post(host.Supervisor, Account + "/payments", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private async Task<string> Text(string member) => (await Deposit()).GetProperty(member).GetString()!;

    private async Task<long> Minor(string member) => (await Deposit()).GetProperty(member).GetInt64();

    private async Task<JsonElement> Deposit()
    {
        using var response = await host.Supervisor.Send("GET", Account + "/deposits");
        return (await response.Json()).GetProperty("deposits")[0];
    }

    private async Task<long> Balance()
    {
        using var response = await host.Supervisor.Send("GET", Account + "/balance");
        return (await response.Json()).GetProperty("balanceMinor").GetInt64();
    }
}
