using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Statements of a bank that programs hand in: matched as at the desk, and booked once.</summary>
public sealed class StatementImportTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Path = "/v1/imports?fileName=statement.xml";

    [Fact]
    public async Task A_statement_is_matched_and_booked_once_through_whichever_door_it_comes()
    {
        var (number, open) = await OpenItem();
        var file = Camt(Entry("CRDT", open, "RF " + number), Entry("CRDT", 4711, "thank you"), Entry("DBIT", 9, "fee"));

        var first = await Import(file);
        Assert.Equal(("camt.053", 2L, 2L), (first.Format, first.RecordCount, first.StoredCount));
        using var account = await host.Operator.Send("GET", "/v1/accounts/east/A-1");
        Assert.Equal(0, (await account.Json()).GetProperty("openItems").GetArrayLength());
        var waiting = Assert.Single(await Unidentified());
        Assert.Equal(4711, waiting.GetProperty("payment").GetProperty("amountMinor").GetInt64());

        var again = await Import(file);
        Assert.Equal((0L, 2L), (again.StoredCount, again.DuplicateCount));

        // As the console posts it: batches named by the file.
        var batchId = $"file-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)))[..24]}-aud";
        var batch = $$"""
            {"batchId":"{{batchId}}","currency":"AUD","controlCount":2,"controlMinor":{{open + 4711}},"lines":[
            {"line":1,"accountId":"A-1","method":"wire","amountMinor":{{open}},"valueOn":"2025-03-31",
            "reference":"RF {{number}}"},
            {"line":2,"accountId":null,"method":"wire","amountMinor":4711,"valueOn":"2025-03-31",
            "reference":"thank you"}]}
            """;
        using var posted = await host.Supervisor.Send(
            "POST", "/v1/payments/batches/east", batch, "Idempotency-Key: statement-01");
        Assert.True(posted.IsSuccessStatusCode, await posted.Content.ReadAsStringAsync(Http.Cancellation));
        using var gateway = new GatewayClient(host.Door.Address, host.Door.Key);
        var done = await gateway.UntilDone($"payment-batch.east.{batchId}", static _ => { }, Http.Cancellation);
        Assert.Equal((0L, 2L), (done.StoredCount, done.DuplicateCount));
        Assert.Single(await Unidentified());
    }

    [Theory]
    [InlineData("", "text-invalid")]
    [InlineData("&entity=", "text-invalid")]
    [InlineData("&entity=east&format=bai2", "file-refused")]
    public async Task A_statement_says_whose_money_it_is_and_is_of_its_format(string more, string code)
    {
        using var response = await host.Operator.Upload(
            Path + more, Encoding.UTF8.GetBytes(Camt(Entry("CRDT", 100, "x"))),
            "Idempotency-Key: " + Guid.NewGuid().ToString("N"));

        await response.Problem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task A_statement_on_which_nothing_came_in_is_refused()
    {
        using var response = await host.Operator.Upload(
            Path + "&entity=east", Encoding.UTF8.GetBytes(Camt(Entry("DBIT", 100, "x"))),
            "Idempotency-Key: " + Guid.NewGuid().ToString("N"));

        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "file-refused");
        Assert.Equal("no-rows", problem.GetProperty("problems")[0].GetProperty("rule").GetString());
    }

    private async Task<ImportView> Import(string text)
    {
        using var gateway = new GatewayClient(host.Door.Address, host.OperatorKey);
        var path = System.IO.Path.GetTempFileName();
        await File.WriteAllTextAsync(path, text, Http.Cancellation);
        var import = await gateway.HandIn(path, (null, "east"), Ask.Fresh(), Http.Cancellation);
        File.Delete(path);
        return await gateway.UntilDone(import.ImportId, static _ => { }, Http.Cancellation);
    }

    private async Task<(string Number, long OpenMinor)> OpenItem()
    {
        using var account = await host.Operator.Send("GET", "/v1/accounts/east/A-1");
        var item = (await account.Json()).GetProperty("openItems")[0];
        return (item.GetProperty("number").GetString()!, item.GetProperty("openMinor").GetInt64());
    }

    private async Task<JsonElement[]> Unidentified()
    {
        using var response = await host.Supervisor.Send("GET", "/v1/payments/unidentified");
        return [.. (await response.Json()).GetProperty("items").EnumerateArray()];
    }

    private static string Entry(string side, long minor, string text) =>
        FormattableString.Invariant($"<Ntry><Amt Ccy='AUD'>{minor / 100m:0.00}</Amt><CdtDbtInd>{side}</CdtDbtInd>")
        + "<Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2025-03-31</Dt></ValDt><NtryDtls><TxDtls><RmtInf>"
        + $"<Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";

    private static string Camt(params string[] entries) =>
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>"
        + string.Concat(entries) + "</Stmt></BkToCstmrStmt></Document>";
}
