using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Gateway.Tests.Cli;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>A house moves: transfers and the move-out through the real host, by HTTP and by the command line.</summary>
public sealed class TransferTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Old = "/v1/accounts/east/A-1";
    private const long JanuaryMinor = 8320;

    // Ten days of supply at 1.00 and 48 kWh at 0.30, plus ten percent.
    private const long FinalMinor = 2684;

    [Fact]
    public async Task A_house_moves_with_its_final_bill_and_its_balance()
    {
        await Open("A-7", "C-1");
        var january = await Item("A-1");

        // The items go there and come back, as they are.
        var there = await Billing(
            "transfer", "start", "east/A-1", "--id", "T-1", "--to", "east/A-7", "--item",
            january.GetProperty("number").GetString()!, "--reason", "new account");
        Assert.True(there.ExitCode == 0, there.Errors);
        Assert.Contains("T-1: done", there.Output, StringComparison.Ordinal);
        Assert.Equal((0, JanuaryMinor), (await Balance("A-1"), await Balance("A-7")));
        var moved = await Item("A-7");
        Assert.Equal(january.GetProperty("dueOn").GetString(), moved.GetProperty("dueOn").GetString());
        Assert.Equal(january.GetProperty("number").GetString(), moved.GetProperty("number").GetString());
        await Refuse("transfer-exists", "A-1", "/transfers", Transfer("T-1", "A-2", "cash"));
        await Post(host.Supervisor, "A-7", "/transfers", Transfer("T-2", "A-1", "items"));
        Assert.Equal((JanuaryMinor, 0), (await Balance("A-1"), await Balance("A-7")));
        await AssertListed();

        // Without the use of February there is no final bill; with it there is, and everything follows to A-7.
        string[] moveOut =
        [
            "account", "move-out", "east/A-1", "--id", "M-1", "--contract", "K-1", "--until", "2025-02-11",
            "--transfer-to", "A-7", "--reason", "moved house",
        ];
        var held = await Billing(moveOut);
        Assert.Contains("final-bill-held", held.Errors, StringComparison.Ordinal);
        var misread = await Billing([.. moveOut, "--final-read", "R9=1110.5@2025-02-11"]);
        Assert.Contains("register-unknown", misread.Errors, StringComparison.Ordinal);
        await Import("february.csv", February());
        var left = await Billing(moveOut);
        Assert.True(left.ExitCode == 0, left.Errors);
        Assert.Contains("balance done", left.Output, StringComparison.Ordinal);
        Assert.Equal((0, JanuaryMinor + FinalMinor), (await Balance("A-1"), await Balance("A-7")));

        using var invoices = await host.Supervisor.Send("GET", Old + "/invoices");
        var final = (await invoices.Json()).GetProperty("items")[0].GetProperty("invoiceId").GetString();
        using var invoice = await host.Supervisor.Send("GET", "/v1/invoices/" + final);
        var view = await invoice.Json();
        Assert.True(view.GetProperty("isFinal").GetBoolean());
        Assert.Equal(FinalMinor, view.GetProperty("totalMinor").GetInt64());
        using var page = await host.Supervisor.Send("GET", $"/v1/invoices/{final}/page");
        var printed = await page.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.Contains("Final invoice", printed, StringComparison.Ordinal);

        await Post(host.Supervisor, "A-1", "/close", new { on = "2025-02-11" });
        var list = await Billing("transfer", "list", "east/A-7");
        Assert.Contains("M-1  from A-1: taken", list.Output, StringComparison.Ordinal);
        var show = await Billing("transfer", "show", "east/A-1", "M-1");
        Assert.Contains("2 items", show.Output, StringComparison.Ordinal);
        Assert.Equal(0, await InTransit());
    }

    [Fact]
    public async Task What_may_not_move_is_refused()
    {
        await Refuse("transfer-target-unknown", "A-2", "/transfers", Transfer("T-9", "A-99", "cash"));
        await Refuse("transfer-to-self", "A-2", "/transfers", Transfer("T-9", "A-2", "cash"));
        await Refuse(
            "transfer-other-entity", "A-2", "/transfers",
            new { transferId = "T-9", toAccountId = "A-1", scope = "cash", toEntityId = "west" });
        await Refuse("nothing-to-transfer", "A-2", "/transfers", Transfer("T-9", "A-1", "cash"));
        await Refuse(
            "transfer-other-customer", "A-2", "/move-outs",
            new { moveOutId = "M-9", contractId = "K-2", until = "2025-02-01", transferToAccountId = "A-1" });
        using var unreasoned = await host.Supervisor.Send(
            "POST", "/v1/accounts/east/A-2/transfers",
            JsonSerializer.Serialize(Transfer("T-9", "A-1", "cash")),
            "Idempotency-Key: unreasoned-1");
        Assert.Equal("reason-missing", (await unreasoned.Json()).GetProperty("code").GetString());
        using var agent = await Post(
            await host.As("agnes", "agent"), "A-2", "/transfers", Transfer("T-9", "A-1", "cash"));
        Assert.Equal(HttpStatusCode.Forbidden, agent.StatusCode);
    }

    /// <summary>0.1 kWh in every half hour of ten days.</summary>
    private static string February()
    {
        var file = new StringBuilder("100,NEM12,202502120600,TESTMDP,TESTRET\n")
            .Append("200,EASTP00001,E1,E1,E1,,MTR-77001,kWh,30,\n");
        var values = string.Join(',', Enumerable.Repeat("0.1", 48));
        for (var day = 1; day <= 10; day++)
            file.Append(CultureInfo.InvariantCulture, $"300,202502{day:D2},{values},A,,,20250212060000,\n");
        return file.Append("900\n").ToString();
    }

    // Newest first and page by page, by the interface and by the command line.
    private async Task AssertListed()
    {
        using var first = await host.Supervisor.Send("GET", Old + "/transfers?limit=1");
        var page = await first.Json();
        Assert.Equal(("T-2", "in"), Named(page));
        var cursor = Uri.EscapeDataString(page.GetProperty("nextCursor").GetString()!);
        using var second = await host.Supervisor.Send("GET", Old + "/transfers?limit=1&cursor=" + cursor);
        var last = await second.Json();
        Assert.Equal(("T-1", "out"), Named(last));
        Assert.Equal(JsonValueKind.Null, last.GetProperty("nextCursor").ValueKind);
        var listed = await Billing("transfer", "list", "east/A-1");
        Assert.Equal(2, listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        static (string?, string?) Named(JsonElement page)
        {
            var only = Assert.Single(page.GetProperty("items").EnumerateArray());
            return (only.GetProperty("transferId").GetString(), only.GetProperty("direction").GetString());
        }
    }

    private static object Transfer(string id, string to, string scope) =>
        new { transferId = id, toAccountId = to, scope };

    private Task<CliResult> Billing(params string[] verb) =>
        CliProcess.Run([.. verb, "--url", host.Door.Address.ToString(), "--key", host.Door.Key]);

    private async Task Open(string account, string customerId)
    {
        var opening = new
        {
            customerId,
            currency = "AUD",
            cycleId = "monthly",
            termsDays = 14,
            openedOn = "2025-01-01",
        };
        using var response = await Post(host.Supervisor, account, "/", opening);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private async Task Import(string name, string text)
    {
        using var gateway = new GatewayClient(host.Door.Address, host.OperatorKey);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var import = await gateway.Upload<ImportView>(
            $"v1/imports?fileName={name}", file, Ask.Fresh(), Http.Cancellation);
        var done = await gateway.UntilDone(import.ImportId, static _ => { }, Http.Cancellation);
        Assert.Equal(0, done.RejectedCount);
    }

    private static Task<HttpResponseMessage> Post(HttpClient who, string account, string part, object body) => who.Send(
        "POST", "/v1/accounts/east/" + account + part, JsonSerializer.Serialize(body),
        "Idempotency-Key: " + Guid.NewGuid().ToString("N"), "Reason: a test");

    private async Task Refuse(string code, string account, string part, object body)
    {
        using var response = await Post(host.Supervisor, account, part, body);
        Assert.Equal(code, (await response.Json()).GetProperty("code").GetString());
    }

    private async Task<JsonElement> Item(string account)
    {
        using var response = await host.Supervisor.Send("GET", "/v1/accounts/east/" + account);
        return Assert.Single((await response.Json()).GetProperty("openItems").EnumerateArray());
    }

    private async Task<long> Balance(string account)
    {
        using var response = await host.Supervisor.Send("GET", $"/v1/accounts/east/{account}/balance");
        return (await response.Json()).GetProperty("balanceMinor").GetInt64();
    }

    private async Task<long> InTransit()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        using var response = await host.Supervisor.Send("GET", string.Create(
            CultureInfo.InvariantCulture,
            $"/v1/ledger/east?from={today.AddDays(-7):yyyy-MM-dd}&until={today.AddDays(7):yyyy-MM-dd}"));
        return (await response.Json()).EnumerateArray()
            .Where(sum => sum.GetProperty("ledgerAccount").GetString() == "in-transit")
            .Sum(sum => sum.GetProperty("amountMinor").GetInt64());
    }
}
