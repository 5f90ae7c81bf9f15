using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>From master data to paper, through the front door of the real host.</summary>
public sealed class BilledHostTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const long TotalMinor = 8320; // 31 days of 1.00, 148.8 kWh of 0.30, ten percent of 75.64.

    [Fact]
    public async Task Usage_shows_every_day_that_was_imported()
    {
        using var response = await host.Operator.Send(
            "GET", "/v1/service-points/EASTP00001/usage?from=2025-01-01&until=2025-02-01");

        Assert.Equal(31, (await response.Json()).GetArrayLength());
    }

    [Fact]
    public async Task The_invoice_is_the_same_as_data_and_as_a_page()
    {
        var id = (await Invoice()).GetProperty("invoiceId").GetString()!;
        using var data = await host.Operator.Send("GET", "/v1/invoices/" + id);
        using var page = await host.Operator.Send("GET", $"/v1/invoices/{id}/page");

        var invoice = await data.Json();
        var html = await page.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.Equal((7564, 756, TotalMinor), (Minor(invoice, "net"), Minor(invoice, "tax"), Minor(invoice, "total")));
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains(invoice.GetProperty("number").GetString()!, html, StringComparison.Ordinal);
        Assert.Contains("83.20", html, StringComparison.Ordinal);
        Assert.Contains("Ada Okafor", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Okafor")]
    [InlineData("A-1")]
    [InlineData("EASTP00001")]
    [InlineData("MTR-77001")]
    [InlineData("+61 2 5550 0101")]
    [InlineData("ada@example.org")]
    public async Task Whatever_a_caller_names_finds_the_account(string text) =>
        Assert.Contains("A-1", await Search(text));

    [Fact]
    public async Task An_invoice_number_finds_the_account() =>
        Assert.Contains("A-1", await Search((await Invoice()).GetProperty("number").GetString()!));

    [Fact]
    public async Task A_balance_comes_with_its_version()
    {
        using var response = await host.Operator.Send("GET", "/v1/accounts/east/A-1/balance");

        var balance = await response.Json();
        Assert.Equal(TotalMinor, Minor(balance, "balance"));
        var version = balance.GetProperty("version").GetInt64().ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"\"{version}\"", response.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task The_worklist_names_the_account_that_was_held_and_why()
    {
        using var response = await host.Operator.Send("GET", "/v1/worklist");

        var row = Assert.Single((await response.Json()).GetProperty("items").EnumerateArray());
        Assert.Equal("A-2", row.GetProperty("accountId").GetString());
        Assert.Equal(host.RunId, row.GetProperty("runId").GetString());
        Assert.NotEmpty(row.GetProperty("detail").GetString()!);
    }

    [Fact]
    public void Live_events_follow_the_run_to_its_end()
    {
        Assert.Equal("closed", host.Progress[^1].Stage);
        Assert.Equal(host.Progress.Select(run => run.Sequence).Order(), host.Progress.Select(run => run.Sequence));
        Assert.Equal((1, 1), (host.Progress[^1].IssuedCount, host.Progress[^1].HeldCount));
    }

    [Fact]
    public async Task The_same_post_with_the_same_key_has_one_effect()
    {
        const string Charge =
            """{"chargeId":"CH-1","text":"Visit","amountMinor":5000,"taxCategory":"standard","on":"2025-02-03"}""";
        string[] headers = ["Idempotency-Key: visit-0001", "Reason: agreed on the phone"];

        using var first = await host.Supervisor.Send("POST", "/v1/accounts/east/A-2/charges", Charge, headers);
        using var again = await host.Supervisor.Send("POST", "/v1/accounts/east/A-2/charges", Charge, headers);
        using var other = await host.Supervisor.Send(
            "POST", "/v1/accounts/east/A-2/charges", Charge.Replace("5000", "6000", StringComparison.Ordinal), headers);

        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync(Http.Cancellation));
        Assert.Equal((await first.Json()).ToString(), (await again.Json()).ToString());
        Assert.True(again.Headers.Contains("Idempotent-Replay"));
        await other.Problem(HttpStatusCode.UnprocessableEntity, "id-reused");
        using var account = await host.Operator.Send("GET", "/v1/accounts/east/A-2");
        Assert.Single((await account.Json()).GetProperty("charges").EnumerateArray());
    }

    [Fact]
    public async Task A_malformed_file_is_refused_with_line_field_and_rule_and_nothing_is_stored()
    {
        var values = string.Join(',', Enumerable.Repeat("0.1", 47)) + ",many";
        var file = Encoding.UTF8.GetBytes(
            "100,NEM12,202503010600,TESTMDP,TESTRET\n200,EASTP00001,E1,E1,E1,,MTR-77001,kWh,30,\n"
            + $"300,20250201,{values},A,,,20250301060000,\n900\n");

        using var response = await host.Operator.Upload(
            "/v1/imports?fileName=bad.csv", file, "Idempotency-Key: bad-file-0001");

        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "file-refused");
        var first = problem.GetProperty("problems")[0];
        Assert.Equal(3, first.GetProperty("line").GetInt32());
        Assert.NotEmpty(first.GetProperty("field").GetString()!);
        Assert.NotEmpty(first.GetProperty("rule").GetString()!);
        using var usage = await host.Operator.Send(
            "GET", "/v1/service-points/EASTP00001/usage?from=2025-02-01&until=2025-03-01");
        Assert.Equal(0, (await usage.Json()).GetArrayLength());
    }

    private static long Minor(JsonElement of, string what) => of.GetProperty(what + "Minor").GetInt64();

    private async Task<JsonElement> Invoice()
    {
        using var response = await host.Operator.Send("GET", $"/v1/bill-runs/{host.RunId}/invoices");
        return Assert.Single((await response.Json()).GetProperty("items").EnumerateArray());
    }

    private async Task<string[]> Search(string text)
    {
        using var response = await host.Operator.Send("GET", "/v1/search?q=" + Uri.EscapeDataString(text));
        return [.. (await response.Json()).EnumerateArray().Select(hit => hit.GetProperty("accountId").GetString()!)];
    }
}
