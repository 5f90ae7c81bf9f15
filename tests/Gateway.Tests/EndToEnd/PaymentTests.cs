using System.Net;
using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The life of payments on one account, through the front door of the real host.</summary>
public sealed class PaymentTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";
    private const long OwedMinor = 8320;

    [Fact]
    public async Task A_payment_is_previewed_booked_once_applied_taken_back_returned_and_refunded()
    {
        var preview = await Ok("POST", "/payments/preview", Payment("R-1", 10000), "preview-0001");
        Assert.Equal((1680, 0), (Minor(preview, "unapplied"), Minor(preview, "balance")));
        Assert.Equal("oldest-first", preview.GetProperty("application").GetProperty("by").GetString());
        await TakesWishes();
        Assert.Equal(OwedMinor, await Balance());

        await Ok("POST", "/payments", Payment("R-1", 10000), "receive-0001");
        await Ok("POST", "/payments", Payment("R-1", 10000), "receive-0001");
        await Ok("POST", "/payments", Payment("R-1", 10000), "receive-0002");
        await Refused(
            "POST", "/payments", Payment("R-1", 9999), "receive-0003", HttpStatusCode.Conflict, "receipt-exists");
        Assert.Equal((0, 1680), (await Balance(), Minor(await Cash(), "unapplied")));

        await Ok("DELETE", "/payments/R-1/applications/received", null, "unapply-0001", "Reason: wrong invoice");
        Assert.Equal((OwedMinor, 10000), (await Balance(), Minor(await Cash(), "unapplied")));
        var listed = await Billing("unapplied", "east", "--currency", "AUD");
        Assert.Contains("own-account  oldest-first", listed, StringComparison.Ordinal);
        await Ok("POST", "/payments/R-1/applications", """{"applicationId":"by-hand"}""", "apply-00001");
        Assert.Equal(0, await Balance());

        await AskAndPayRefund();
        await Refused(
            "POST", "/payments/R-1/reversal", """{"kind":"charged-back","reasonCode":"fraud"}""", "reverse-0000",
            HttpStatusCode.UnprocessableEntity, "not-by-card", "Reason: bank says so");
        await Ok(
            "POST", "/payments/R-1/reversal", """{"kind":"reversed","reasonCode":"AM04"}""", "reverse-0001",
            "Reason: the bank says so");
        // What was refunded of it is claimed beside the invoice.
        Assert.Equal(OwedMinor + 1680, await Balance());
        var receipt = (await Cash()).GetProperty("receipts")[0];
        Assert.Equal(("reversed", "AM04"), (Text(receipt, "state"), Text(receipt, "reasonCode")));
        await Refused(
            "POST", "/payments/R-1/applications", """{"applicationId":"too-late"}""", "apply-00002",
            HttpStatusCode.Conflict, "receipt-reversed");
    }

    [Fact]
    public async Task A_part_of_a_card_payment_is_charged_back_once_and_won()
    {
        var part = Chargeback("B-1", 400);
        const string Reason = "Reason: the card holder's bank";
        var card = Payment("R-5", 1000).Replace(
            "\"wire\"", "\"card\",\"cardToken\":\"tok-1\",\"isOnAccount\":true", StringComparison.Ordinal);
        await Ok("POST", "/payments", card, "charge-0001");
        var before = Minor(await Cash(), "unapplied");

        await Billing(
            "payment", "chargeback", "east/A-1", "R-5", "B-1", "--amount-minor", "400", "--code", "fraud", "--reason",
            "the card holder's bank");
        await Ok("POST", "/payments/R-5/chargebacks", part, "charge-0003", Reason);

        Assert.Equal(before - 400, Minor(await Cash(), "unapplied"));
        var receipt = (await Cash()).GetProperty("receipts").EnumerateArray()
            .First(one => Text(one, "receiptId") == "R-5");
        Assert.Equal(("booked", 400L), (Text(receipt, "state"), Minor(receipt, "chargedBack")));
        Assert.Equal("B-1", Text(receipt.GetProperty("chargebacks")[0], "chargebackId"));
        await Refused(
            "POST", "/payments/R-5/chargebacks", Chargeback("B-2", 601), "charge-0004",
            HttpStatusCode.UnprocessableEntity, "chargeback-too-large", Reason);
        await Refused(
            "POST", "/payments/R-5/chargebacks", Chargeback("B-1", 401), "charge-0005",
            HttpStatusCode.Conflict, "chargeback-exists", Reason);
        await Billing("payment", "won", "east/A-1", "R-5", "--chargeback", "B-1");
        await Refused(
            "POST", "/payments/R-5/chargebacks/B-2/won", null, "charge-0007", HttpStatusCode.Conflict,
            "not-charged-back");
        Assert.Equal(before, Minor(await Cash(), "unapplied"));
        await Ok(
            "POST", "/payments/R-5/reversal", """{"kind":"reversed","reasonCode":"entry-error"}""", "charge-0008",
            Reason);
    }

    [Fact]
    public async Task What_came_with_a_payment_finds_its_account()
    {
        var money = Payment("R-9", 100).Replace(
            "}", ",\"isOnAccount\":true,\"reference\":\"Pension of Odette, 7734-Z\"}", StringComparison.Ordinal);
        await Ok("POST", "/payments", money, "words-00001");

        foreach (var asked in (string[])["odette%207734z", "7734z", "pension%20of%20odette%207734-Z"])
        {
            using var found = await host.Operator.Send("GET", "/v1/search?q=" + asked);
            var hit = Assert.Single((await found.Json()).EnumerateArray());
            Assert.Equal(("A-1", "payment-reference"), (Text(hit, "accountId"), Text(hit, "matchedBy")));
        }
        using var nothing = await host.Operator.Send("GET", "/v1/search?q=odette%207735z");
        Assert.Empty((await nothing.Json()).EnumerateArray());
        await Ok(
            "POST", "/payments/R-9/reversal", """{"kind":"reversed","reasonCode":"entry-error"}""", "words-00002",
            "Reason: it was a test");
    }

    [Fact]
    public async Task A_card_number_is_refused_and_stored_nowhere()
    {
        var body = Payment("R-7", 100).Replace(
            "\"wire\"", "\"card\",\"cardToken\":\"4111111111111111\"", StringComparison.Ordinal);

        await Refused("POST", "/payments", body, "card-000001", HttpStatusCode.UnprocessableEntity, "card-number");

        var bytes = await File.ReadAllTextAsync(host.DatabasePath, System.Text.Encoding.Latin1, Http.Cancellation);
        Assert.DoesNotContain("4111111111111111", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_its_code()
    {
        await Refused("POST", "/payments", Payment("R-8", 0), "bad-0000001",
            HttpStatusCode.UnprocessableEntity, "amount-not-positive");
        var barter = Payment("R-8", 1).Replace("wire", "barter", StringComparison.Ordinal);
        await Refused("POST", "/payments", barter, "bad-0000002",
            HttpStatusCode.UnprocessableEntity, "word-unknown");
        await Refused("DELETE", "/payments/R-8/applications/received", null, "bad-0000003",
            HttpStatusCode.NotFound, "receipt-unknown", "Reason: why");
        await Refused("POST", "/refunds", """{"refundId":"F-8","amountMinor":1,"receiptId":"R-8"}""", "bad-0000004",
            HttpStatusCode.NotFound, "receipt-unknown", "Reason: why");
        using var nobody = await host.Supervisor.Send("GET", "/v1/accounts/east/A-99/payments");
        await nobody.Problem(HttpStatusCode.NotFound, "account-unknown");
    }

    private async Task TakesWishes()
    {
        var wish = Payment("R-1", 100).Replace("}", ",\"allocation\":\"pro-rata\"}", StringComparison.Ordinal);
        var spread = await Ok("POST", "/payments/preview", wish, "preview-0002");
        Assert.Equal("pro-rata", Text(spread.GetProperty("application"), "by"));
        Assert.Contains("pro-rata", await Billing(
            "payment", "receive", "east/A-1", "R-1", "--amount-minor", "100", "--method", "wire", "--value-on",
            "2025-02-10", "--allocation", "pro-rata", "--preview"), StringComparison.Ordinal);
        await Refused(
            "POST", "/payments", wish.Replace("pro-rata", "by-luck", StringComparison.Ordinal), "preview-0003",
            HttpStatusCode.UnprocessableEntity, "word-unknown");
    }

    private async Task AskAndPayRefund()
    {
        const string Refund = """{"refundId":"F-1","amountMinor":1680,"receiptId":"R-1","payee":"C-2"}""";
        const string Approval = """{"requestId":"F-1","effectMinor":1680}""";
        var asked = await Ok("POST", "/refunds", Refund, "refund-0001", "Reason: paid too much");
        Assert.Equal("waiting", Text(asked, "state"));
        Assert.Equal(1680, Minor(await Cash(), "unapplied"));
        await Refused("POST", "/refunds/F-1/pay", "{}", "refund-0002", HttpStatusCode.NotFound, "refund-unknown");
        await Refused(
            "POST", "/requests/F-1/approve", Approval, "refund-0003", HttpStatusCode.Forbidden,
            "second-person-needed");
        using var requests = await host.Second.Send("GET", Account + "/requests");
        Assert.Equal("C-2", Text((await requests.Json())[0], "payee"));
        using var approved = await host.Second.Send(
            "POST", Account + "/requests/F-1/approve", Approval, "Idempotency-Key: refund-0004");
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        Assert.Equal(0, Minor(await Cash(), "unapplied"));
        await Ok("POST", "/refunds/F-1/pay", """{"note":"PAY-1"}""", "refund-0005");
        await Ok("POST", "/refunds/F-1/pay", """{"note":"PAY-1"}""", "refund-0006");
        Assert.Equal("paid", Text((await Cash()).GetProperty("refunds")[0], "state"));
    }

    private static string Chargeback(string id, long minor) =>
        $$"""{"chargebackId":"{{id}}","amountMinor":{{minor}},"reasonCode":"fraud"}""";

    private static string Payment(string id, long minor) =>
        $$"""
        {"receiptId":"{{id}}","source":"bank","method":"wire","amountMinor":{{minor}},"currency":"AUD",
        "valueOn":"2025-02-10"}
        """;

    private async Task<long> Balance()
    {
        using var response = await host.Operator.Send("GET", Account + "/balance");
        return Minor(await response.Json(), "balance");
    }

    private async Task<JsonElement> Cash()
    {
        using var response = await host.Operator.Send("GET", Account + "/payments");
        return await response.Json();
    }

    private async Task<JsonElement> Ok(string method, string path, string? body, string key, params string[] headers)
    {
        using var response = await host.Supervisor.Send(
            method, Account + path, body, [$"Idempotency-Key: {key}", .. headers]);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
        return await response.Json();
    }

    private async Task Refused(
        string method,
        string path,
        string? body,
        string key,
        HttpStatusCode status,
        string code,
        params string[] headers)
    {
        using var response = await host.Supervisor.Send(
            method, Account + path, body, [$"Idempotency-Key: {key}", .. headers]);
        await response.Problem(status, code);
    }

    private async Task<string> Billing(params string[] verb)
    {
        var done = await CliProcess.Run([.. verb, "--url", host.Door.Address.ToString(), "--key", host.Door.Key]);
        Assert.True(done.ExitCode == 0, done.Errors);
        return done.Output;
    }

    private static long Minor(JsonElement of, string what) => of.GetProperty(what + "Minor").GetInt64();

    private static string? Text(JsonElement of, string what) => of.GetProperty(what).GetString();
}
