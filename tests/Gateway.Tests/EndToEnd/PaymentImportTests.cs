using System.Net;
using System.Text;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Files of payments, and money whose account is found later, through the real host.</summary>
public sealed class PaymentImportTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Header =
        "entity,account,source,payment_id,method,amount_minor,currency,value_on,reference,on_account\n";

    [Fact]
    public async Task Payments_are_booked_once_and_those_of_nobody_wait_until_their_account_is_found()
    {
        var number = await Number();
        var file = Header
            + "east,A-1,bank,P-1,wire,3000,AUD,2025-02-10,,\n"
            + "east,A-1,bank,P-2,wire,200,AUD,2025-02-11,,yes\n"
            + $"east,A-77,bank,P-3,wire,5320,AUD,2025-02-12,for {number},\n"
            + "east,A-1,bank,P-4,wire,100,USD,2025-02-12,,\n"
            + $"east,A-2,bank,P-5,wire,50,AUD,2025-02-12,for {number},\n";

        var first = await Import("payments-01.csv", file);
        Assert.Equal((4L, 0L, 1L), (first.StoredCount, first.DuplicateCount, first.RejectedCount));
        var again = await Import("payments-02.csv", file);
        Assert.Equal((0L, 4L, 1L), (again.StoredCount, again.DuplicateCount, again.RejectedCount));
        Assert.Equal((5320, 200), (await Balance(), await Unapplied()));

        var waiting = Assert.Single(await Unidentified());
        Assert.Equal("bank.P-3", waiting.GetProperty("payment").GetProperty("receiptId").GetString());
        const string Path = "/v1/payments/unidentified/east/bank.P-3";
        using var proposed = await host.Supervisor.Send("GET", Path + "/proposals");
        var best = (await proposed.Json())[0];
        Assert.Equal(("A-1", 100), (best.GetProperty("accountId").GetString(), best.GetProperty("score").GetInt32()));
        AssertPays(best, number, 5320);
        // The shop owes nothing, and what it wrote names the invoice of the house.
        using var left = await host.Supervisor.Send("GET", "/v1/payments/unapplied/east?currency=AUD");
        var row = (await left.Json()).GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("receipt").GetProperty("receiptId").GetString() == "bank.P-5");
        AssertPays(Assert.Single(row.GetProperty("proposals").EnumerateArray()), number, 50);

        using var moved = await Move(Path, "A-1", "move-000001");
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync(Http.Cancellation));
        using var repeated = await Move(Path, "A-1", "move-000002");
        Assert.True(repeated.IsSuccessStatusCode);
        using var elsewhere = await Move(Path, "A-2", "move-000003");
        await elsewhere.Problem(HttpStatusCode.Conflict, "cash-moved");
        Assert.Empty(await Unidentified());
        Assert.Equal((0, 200), (await Balance(), await Unapplied()));
        Assert.Equal(4L, (await Import("payments-03.csv", file)).DuplicateCount);
        await TheLedgerTies();
    }

    [Fact]
    public async Task A_file_with_a_card_number_is_refused_whole()
    {
        var file = Header + "east,A-1,shop,C-1,wire,100,AUD,2025-02-10,card 4111 1111 1111 1111,\n";

        using var response = await host.Operator.Upload(
            "/v1/imports?fileName=cards.csv", Encoding.UTF8.GetBytes(file), "Idempotency-Key: cards-0000001");

        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "file-refused");
        Assert.Equal("card-number", problem.GetProperty("problems")[0].GetProperty("rule").GetString());
        Assert.Equal(2, problem.GetProperty("problems")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_batch_is_posted_once_and_only_if_it_ties()
    {
        const string Batch = """
            {"batchId":"B-1","currency":"AUD","controlCount":2,"controlMinor":700,"lines":[
            {"line":1,"accountId":"A-2","method":"cheque","amountMinor":400,"valueOn":"2025-02-10"},
            {"line":2,"accountId":"A-2","method":"cash","amountMinor":300,"valueOn":"2025-02-10"}]}
            """;
        const string Path = "/v1/payments/batches/east";
        var before = await Unapplied("A-2");

        using var untied = await host.Supervisor.Send(
            "POST", Path, Batch.Replace("700", "701", StringComparison.Ordinal), "Idempotency-Key: batch-00001");
        await untied.Problem(HttpStatusCode.UnprocessableEntity, "batch-not-tied");
        using var posted = await host.Supervisor.Send("POST", Path, Batch, "Idempotency-Key: batch-00002");
        Assert.Equal(HttpStatusCode.Accepted, posted.StatusCode);
        using var gateway = new GatewayClient(host.Door.Address, host.Door.Key);
        var done = await gateway.UntilDone("payment-batch.east.B-1", static _ => { }, Http.Cancellation);
        Assert.Equal((2L, 0L), (done.StoredCount, done.RejectedCount));
        using var again = await host.Supervisor.Send("POST", Path, Batch, "Idempotency-Key: batch-00003");
        Assert.True(again.Headers.Contains("Idempotent-Replay"));
        using var other = await host.Supervisor.Send(
            "POST", Path, Batch.Replace("cheque", "wire", StringComparison.Ordinal), "Idempotency-Key: batch-00004");
        await other.Problem(HttpStatusCode.Conflict, "batch-exists");
        Assert.Equal(before + 700, await Unapplied("A-2"));
    }

    private async Task<ImportView> Import(string name, string text)
    {
        using var gateway = new GatewayClient(host.Door.Address, host.OperatorKey);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var import = await gateway.Upload<ImportView>(
            $"v1/imports?fileName={name}", file, Ask.Fresh(), Http.Cancellation);
        return await gateway.UntilDone(import.ImportId, static _ => { }, Http.Cancellation);
    }

    private Task<HttpResponseMessage> Move(string path, string account, string key) => host.Supervisor.Send(
        "POST", path + "/move", $$"""{"accountId":"{{account}}"}""", $"Idempotency-Key: {key}", "Reason: he called");

    private static void AssertPays(JsonElement proposal, string number, long minor)
    {
        Assert.Equal("A-1", proposal.GetProperty("accountId").GetString());
        var share = Assert.Single(proposal.GetProperty("application").GetProperty("shares").EnumerateArray());
        Assert.Equal(
            (number, minor), (share.GetProperty("number").GetString(), share.GetProperty("amountMinor").GetInt64()));
    }

    private async Task TheLedgerTies()
    {
        using var response = await host.Supervisor.Send("GET", "/v1/ledger/east?from=2025-01-01&until=2027-01-01");
        var sums = (await response.Json()).EnumerateArray().ToDictionary(
            sum => sum.GetProperty("ledgerAccount").GetString()!, sum => sum.GetProperty("amountMinor").GetInt64());
        Assert.Equal(0, sums.Values.Sum());
        Assert.Equal(8570, sums["cash/wire"]);
        Assert.Equal((0, 0), (sums["receivables"], sums["unidentified-cash"]));
    }

    private async Task<string> Number()
    {
        using var account = await host.Operator.Send("GET", "/v1/accounts/east/A-1");
        return (await account.Json()).GetProperty("openItems")[0].GetProperty("number").GetString()!;
    }

    private async Task<long> Balance()
    {
        using var response = await host.Operator.Send("GET", "/v1/accounts/east/A-1/balance");
        return (await response.Json()).GetProperty("balanceMinor").GetInt64();
    }

    private async Task<long> Unapplied(string account = "A-1")
    {
        using var response = await host.Operator.Send("GET", $"/v1/accounts/east/{account}/payments");
        return (await response.Json()).GetProperty("unappliedMinor").GetInt64();
    }

    private async Task<JsonElement[]> Unidentified()
    {
        using var response = await host.Supervisor.Send("GET", "/v1/payments/unidentified");
        return [.. (await response.Json()).GetProperty("items").EnumerateArray()];
    }
}
