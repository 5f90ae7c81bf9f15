using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Gateway.Tests.Cli;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// An invoice of 75.64 net and 83.20 gross is corrected, taken back and billed again at another rate, through the real
/// host.
/// </summary>
public sealed class CorrectionTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";

    // 31 days of 1.00 and 148.8 kWh, until the 15th of January for 0.30 and from then on for 0.40, with ten percent.
    private const string TwoRates = """
        {"id":"flat","name":"Flat","currency":"AUD","zone":"Australia/Brisbane","versions":[
        {"number":1,"validFrom":"2024-01-01","validUntil":"2025-01-16","charges":[
        {"kind":"fixed","code":"supply","text":"Supply","taxCategory":"standard","per":"day","price":"1"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"0.3"}}],
        "taxes":[{"code":"GST","text":"GST 10 %","percent":"10","categories":["standard"]}]},
        {"number":2,"validFrom":"2025-01-16","charges":[
        {"kind":"fixed","code":"supply","text":"Supply","taxCategory":"standard","per":"day","price":"1"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"0.4"}}],
        "taxes":[{"code":"GST","text":"GST 10 %","percent":"10","categories":["standard"]}]}]}
        """;

    [Fact]
    public async Task A_paid_invoice_is_credited_cancelled_billed_again_at_two_rates_and_paid_with_the_same_money()
    {
        var clerk = await host.As("clara", "clerk");
        await Pay(clerk);
        Assert.Equal(0, await Minor("/balance", "balanceMinor"));

        // Ten of the energy go back within the clerk's limit; all that is left waits for a second person.
        var part = new
        {
            creditId = "C-1",
            invoiceId = "INV-00000001",
            code = "price",
            lines = new[] { new { number = 2, netMinor = 1000 } },
        };
        Assert.Equal("done", Text(await Post(clerk, "/credit-memos", part), "state"));
        Assert.Equal("done", Text(await Post(clerk, "/credit-memos", part), "state"));
        Assert.Equal(-1100, await Minor("/balance", "balanceMinor"));
        var memo = await Get("/v1/invoices/CM-00000001");
        Assert.Equal(
            ("INV-00000001", -1000, -100, -1100),
            (Text(memo, "correctsNumber"), Long(memo, "netMinor"), Long(memo, "taxMinor"), Long(memo, "totalMinor")));
        var cancel = new { creditId = "X-1", invoiceId = "INV-00000001", code = "tariff" };
        Assert.Equal("waiting", Text(await Post(clerk, "/cancellations", cancel), "state"));
        var waiting = (await Get(Account + "/requests"))[0];
        Assert.Equal(
            (7220, -1100, -0L),
            (Long(waiting, "effectMinor"), Long(waiting, "balanceMinorBefore"), Long(waiting, "balanceMinorAfter")));
        await Post(host.Supervisor, "/requests/X-1/approve", new { requestId = "X-1", effectMinor = 7220 });

        // Nothing is owed, the money is free, and January waits to be billed.
        Assert.Equal((0, 8320), (await Minor("/balance", "balanceMinor"), await Minor("/payments", "unappliedMinor")));
        var account = await Get(Account);
        Assert.Empty(account.GetProperty("openItems").EnumerateArray());
        Assert.False(account.GetProperty("contracts")[0].TryGetProperty("billedThrough", out var billed)
            && billed.ValueKind != JsonValueKind.Null);

        await PublishTwoRates();
        await Rebill();
        var again = await Get("/v1/invoices/INV-00000002");
        // 72 kWh of 0.30 and 76.8 kWh of 0.40 are 21.60 and 30.72, with the supply 83.32 net.
        Assert.Equal((8332, 833, 9165), (Long(again, "netMinor"), Long(again, "taxMinor"), Long(again, "totalMinor")));
        await Post(clerk, "/payments/R-1/applications", new { applicationId = "again" });
        Assert.Equal((845, 0), (await Minor("/balance", "balanceMinor"), await Minor("/payments", "unappliedMinor")));

        // What was issued stays as it was, and the books hold.
        Assert.Equal(8320, Long(await Get("/v1/invoices/INV-00000001"), "totalMinor"));
        Assert.Equal(-7220, Long(await Get("/v1/invoices/CM-00000002"), "totalMinor"));
        Assert.Equal(
            ["INV-00000002", "CM-00000002", "CM-00000001", "INV-00000001"],
            (await Get(Account + "/invoices")).GetProperty("items").EnumerateArray()
                .Select(row => Text(row, "number")));
        await AssertVerified();
        await AssertPrinted();
        await AssertCommandLine();
        await AssertRefused(clerk);
    }

    private static Task Pay(HttpClient clerk) => Post(clerk, "/payments/", new
    {
        receiptId = "R-1",
        source = "bank",
        method = "wire",
        amountMinor = 8320,
        currency = "AUD",
        valueOn = "2025-02-10",
    });

    private static async Task AssertRefused(HttpClient clerk)
    {
        await Refuse(clerk, "invoice-unknown", "/credit-memos", Credit("INV-00000099"));
        await Refuse(clerk, "not-an-invoice", "/credit-memos", Credit("CM-00000001"));
        await Refuse(clerk, "nothing-to-credit", "/credit-memos", Credit("INV-00000001"));
        await Refuse(clerk, "invoice-cancelled", "/cancellations", Credit("INV-00000001"));
        await Refuse(clerk, "line-unknown", "/credit-memos", Credit("INV-00000002", (9, null)));
        await Refuse(clerk, "lines-invalid", "/credit-memos", Credit("INV-00000002", (1, 1), (1, 1)));
        await Refuse(clerk, "credit-above-line", "/credit-memos", Credit("INV-00000002", (1, 999_999)));
        await Refuse(clerk, "credit-exists", "/credit-memos", Credit("INV-00000002") with { CreditId = "C-1" });
    }

    private async Task AssertPrinted()
    {
        using var response = await host.Supervisor.Send("GET", "/v1/invoices/CM-00000001/page");
        var page = await response.Content.ReadAsStringAsync(Http.Cancellation);

        Assert.Contains("<h1>Credit memo CM-00000001</h1>", page, StringComparison.Ordinal);
        Assert.Contains("This credit memo corrects invoice INV-00000001.", page, StringComparison.Ordinal);
        Assert.Contains("-10.00", page, StringComparison.Ordinal);
    }

    // The verbs find the account by the invoice.
    private async Task AssertCommandLine()
    {
        var memo = await Verb("credit", "memo", "INV-00000002", "--line", "2:100", "--id", "C-2", "--code", "price",
            "--reason", "price");
        var shown = await Verb("invoice", "CM-00000003");
        var cancelled = await Verb(
            "invoice", "cancel", "INV-00000001", "--id", "X-9", "--code", "price", "--reason", "again");

        Assert.True(memo.ExitCode == 0, memo.Errors);
        Assert.Contains("corrects invoice INV-00000002", shown.Output, StringComparison.Ordinal);
        Assert.Contains("total -1.10 AUD", shown.Output, StringComparison.Ordinal);
        Assert.Contains("invoice-cancelled", cancelled.Errors, StringComparison.Ordinal);
    }

    private async Task AssertVerified()
    {
        var verified = await CliProcess.Run("verify", "--sqlite", host.DatabasePath);

        Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
    }

    private async Task PublishTwoRates()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, TwoRates, Http.Cancellation);
        var draft = await CliProcess.Run(
            "tariff", "draft", file, "--reason", "the price rose", "--url", host.Door.Address.ToString(), "--key",
            host.OperatorKey);
        var alone = await CliProcess.Run(
            "tariff", "publish", "flat", "--reason", "alone", "--url", host.Door.Address.ToString(), "--key",
            host.OperatorKey);
        Assert.NotEqual(0, alone.ExitCode);
        var published = await Verb("tariff", "publish", "flat", "--reason", "the price rose");
        File.Delete(file);
        Assert.True(draft.ExitCode == 0 && published.ExitCode == 0, draft.Errors + published.Errors);
    }

    private async Task Rebill()
    {
        using var clerk = new GatewayClient(host.Door.Address, host.OperatorKey);
        using var supervisor = new GatewayClient(host.Door.Address, host.Door.Key);
        var plan = new PlanRun("east", "monthly", new DateOnly(2025, 2, 1), ["A-1"]);
        var run = await clerk.Send<RunView>(HttpMethod.Post, "v1/bill-runs", plan, Ask.Fresh(), Http.Cancellation);
        await clerk.Until(run.RunId, now => now.Stage == "reconciled", static _ => { }, Http.Cancellation);
        await supervisor.Step(run.RunId, "approve", Ask.Fresh(), Http.Cancellation);
        await clerk.Step(run.RunId, "release", Ask.Fresh(), Http.Cancellation);
        await clerk.Until(run.RunId, now => now.Stage == "closed", static _ => { }, Http.Cancellation);
    }

    private static Correction Credit(string invoice, params (int Number, long? NetMinor)[] lines) => new(
        "N-1",
        invoice,
        "price",
        lines.Length == 0 ? null : [.. lines.Select(line => new CorrectedLine(line.Number, line.NetMinor))]);

    private Task<CliResult> Verb(params string[] arguments) => CliProcess.Run(
        [.. arguments, "--url", host.Door.Address.ToString(), "--key", host.Door.Key]);

    private static async Task<JsonElement> Post(HttpClient who, string part, object body)
    {
        using var response = await Send(who, part, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
        return await response.Json();
    }

    private static async Task Refuse(HttpClient who, string code, string part, Correction body)
    {
        // A cancellation has no lines.
        object sent = part == "/cancellations" ? new { body.CreditId, body.InvoiceId, body.Code } : body;
        using var response = await Send(who, part, sent);
        Assert.Equal(code, Text(await response.Json(), "code"));
    }

    private static Task<HttpResponseMessage> Send(HttpClient who, string part, object body) => who.Send(
        "POST", Account + part, JsonSerializer.Serialize(body, JsonSerializerOptions.Web),
        "Idempotency-Key: " + Guid.NewGuid().ToString("N"), "Reason: a test");

    private async Task<JsonElement> Get(string path)
    {
        using var response = await host.Supervisor.Send("GET", path);
        Assert.True(response.IsSuccessStatusCode, path);
        return await response.Json();
    }

    private async Task<long> Minor(string part, string name) => Long(await Get(Account + part), name);

    private static long Long(JsonElement of, string name) => of.GetProperty(name).GetInt64();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private sealed record Correction(string CreditId, string InvoiceId, string Code, CorrectedLine[]? Lines);

    private sealed record CorrectedLine(int Number, long? NetMinor);
}
