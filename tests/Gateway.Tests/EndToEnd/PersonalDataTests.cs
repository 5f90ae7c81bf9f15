using System.Net;
using System.Text;
using System.Text.Json;
using BillingActors.Cli.Demo.Reference;
using BillingActors.Storage.Tests.Privacy;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>What lies in the database of the real host after people came and changed: nothing names them.</summary>
public sealed class PersonalDataTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Bad = "Zoë Ångström-O'Neill";
    private const string Stranger = "Quentin Strangeways";
    private const string Headless = "Hedda Headless";
    private const string Noted = "Ada Okafor has a respirator";
    private const string Married = "Ada Okafor-Lindqvist";

    private static readonly string[] Personal =
    [
        "Ada Okafor", "ada@example.org", "+61 2 5550 0101", "12 Wattle Lane", "Brindle and Sons",
        "Cyril Newcome", "cyril@example.org", "+61 2 5550 0133", "33 Banksia Court",
        Noted, Bad, "zoe@example.org", Stranger, "quentin@example.org", "+61 2 5550 0155", "55 Grevillea Street",
        Headless, Married, "lindqvist@example.org", "1 Married Lane",
    ];

    private const string File = ReferenceAccount.Header + "\n"
        + "east,C-3,Cyril Newcome,cyril@example.org,+61 2 5550 0133,33 Banksia Court,A-3,monthly,14,K-3,flat,"
        + "2025-01-01,,EASTP00003,MTR-77003,register,11,kWh,import,,,6,1\n"
        + "east,C-4," + Bad + ",zoe@example.org,,,A-4,monthly,soon,K-4,flat,"
        + "2025-01-01,,EASTP00004,MTR-77004,register,11,kWh,import,,,6,1\n"
        + "east,C-5," + Stranger + ",quentin@example.org,+61 2 5550 0155,55 Grevillea Street,A-5,monthly,14,K-5,none,"
        + "2025-01-01,,EASTP00005,MTR-77005,register,11,kWh,import,,,6,1\n";

    [Fact]
    public async Task Nobody_is_named_in_the_database_and_who_may_read_the_worklist_reads_it_in_clear()
    {
        var importId = await Import();
        await ImportWithoutHeader();
        await Marry();
        await ChangeProfile();
        await WriteNote();

        var rows = await Rejected(importId);
        Assert.Contains(Bad, rows[0].GetProperty("raw").GetString(), StringComparison.Ordinal);
        Assert.Contains(Stranger, rows[1].GetProperty("raw").GetString(), StringComparison.Ordinal);
        using var redriven = await host.Operator.Send(
            "POST", $"/v1/worklist/{rows[1].GetProperty("id").GetInt64()}/redrive", null,
            "Idempotency-Key: retry-0001");
        await redriven.Problem(HttpStatusCode.UnprocessableEntity, "tariff-unknown");

        var cells = await SqliteCells.Of(host.DatabasePath);
        Assert.Contains(cells, cell => cell.Place == "import_batch.item_count");
        Assert.Contains(cells, cell => cell.Bytes.AsSpan().IndexOf("EASTP00003"u8) >= 0);
        Assert.Equal("", string.Join('\n', PersonalText.Find(cells, Personal).Distinct()));
    }

    private async Task<string> Import()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Http.Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var response = await host.Operator.Upload(
            "/v1/imports?fileName=contracts.csv", Encoding.UTF8.GetBytes(File), "Idempotency-Key: people-0001");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var importId = (await response.Json()).GetProperty("importId").GetString()!;
        while (true)
        {
            using var seen = await host.Operator.Send("GET", "/v1/imports/" + importId);
            var import = await seen.Json();
            if (import.GetProperty("state").GetString() != "done")
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
                continue;
            }
            Assert.Equal(
                (1, 2), (import.GetProperty("storedCount").GetInt32(), import.GetProperty("rejectedCount").GetInt32()));
            return importId;
        }
    }

    /// <summary>A file whose first row is taken for its header: the answer names a column, which is a name.</summary>
    private async Task ImportWithoutHeader()
    {
        using var response = await host.Operator.Upload(
            "/v1/imports?fileName=headless.csv&format=contracts-csv", Encoding.UTF8.GetBytes(Headless + ",C-9\n"),
            "Idempotency-Key: headless-0001");
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "file-refused");
        Assert.Equal(Headless, problem.GetProperty("problems")[0].GetProperty("field").GetString());
    }

    private async Task Marry()
    {
        var customer = JsonSerializer.Serialize(new
        {
            id = "C-1",
            entityId = "east",
            name = Married,
            contacts = new[]
            {
                new { kind = "email", value = "lindqvist@example.org" },
                new { kind = "post", value = "1 Married Lane" },
            },
        });
        using var put = await host.Operator.Send(
            "PUT", "/v1/customers/C-1?validFrom=2025-02-01", customer,
            "Idempotency-Key: marry-0001", "If-Match: \"1\"");
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private async Task ChangeProfile()
    {
        using var view = await host.Operator.Send("GET", "/v1/accounts/east/A-1");
        using var put = await host.Supervisor.Send(
            "PUT", "/v1/accounts/east/A-1/profile", """{"cycleId":"monthly","termsDays":21}""",
            "Idempotency-Key: profile-0001", "If-Match: " + view.Headers.ETag!.Tag, "Reason: asked by letter");
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private async Task WriteNote()
    {
        using var written = await (await host.As("amy", "agent")).Send(
            "POST", "/v1/accounts/east/A-1/notes",
            JsonSerializer.Serialize(new { kind = "phone", text = Noted, isPinned = true }),
            "Idempotency-Key: noted-0001");
        Assert.Equal(Noted, (await written.Json()).GetProperty("text").GetString());
    }

    private async Task<JsonElement[]> Rejected(string importId)
    {
        using var response = await host.Operator.Send("GET", "/v1/worklist?importId=" + importId);
        return [.. (await response.Json()).GetProperty("items").EnumerateArray().OrderBy(
            row => row.GetProperty("line").GetInt32())];
    }
}
