using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;

namespace BillingActors.Gateway.Tests;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Path = "/v1/imports?format=nem13&fileName=reads.csv";
    private static readonly byte[] Good = Encoding.ASCII.GetBytes(
        "100,NEM13,202601201200,MDP1,RET1\r\n"
        + "250,6001888888,11,11,11,11,000010,I,1000,20251001000000,A,,,1100,20260101000000,A,,,100,kWh,20260401,"
        + "20260102000000,\r\n"
        + "900\r\n");

    private GatewayHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await GatewayHost.Start(("Billing:Gateway:ImportBytesMax", "100000"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_accepted_file_is_staged_hashed_and_woken()
    {
        using var response = await Send(Good);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var import = await response.Json();
        var id = import.GetProperty("importId").GetString()!;
        Assert.Equal("/v1/imports/" + id, response.Headers.Location!.ToString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Good)), import.GetProperty("sha256").GetString());
        Assert.Equal(1, import.GetProperty("recordCount").GetInt64());
        Assert.Single(_host.Behind.Inbox.Batches);
        Assert.Equal(1, Woken(id));
        using var view = await _host.As("operator").Send("GET", "/v1/imports/" + id);
        Assert.Equal("accepted", (await view.Json()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_same_request_again_answers_the_same_operation()
    {
        using var first = await Send(Good);
        using var again = await Send(Good);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.True(again.Headers.Contains("Idempotent-Replay"));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single(_host.Behind.Inbox.Imports);
    }

    [Fact]
    public async Task The_same_key_with_another_file_is_refused()
    {
        using var first = await Send(Good);
        using var other = await Send([.. Good, .. "\r\n"u8]);
        await other.Problem(HttpStatusCode.UnprocessableEntity, "id-reused");
    }

    [Fact]
    public async Task A_refused_file_names_line_field_and_rule_and_leaves_nothing()
    {
        var bad = Good[..^"900\r\n".Length];
        using var response = await Send(bad);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "file-refused");
        var first = problem.GetProperty("problems")[0];
        string[] members = ["line", "field", "rule", "detail"];
        Assert.All(members, member => Assert.True(first.TryGetProperty(member, out _), member));
        Assert.Empty(_host.Behind.Inbox.Batches);
        Assert.Equal(0, Woken(problem.GetProperty("importId").GetString()!));
        using var again = await Send(bad);
        await again.Problem(HttpStatusCode.UnprocessableEntity, "file-refused");
        Assert.True(again.Headers.Contains("Idempotent-Replay"));
    }

    [Fact]
    public async Task A_request_that_was_cut_off_goes_on_when_it_comes_again()
    {
        _host.Behind.Inbox.AcceptFault = new StoreBusyException();
        using var busy = await Send(Good);
        await busy.Problem(HttpStatusCode.ServiceUnavailable, "store-busy");
        _host.Behind.Inbox.AcceptFault = null;
        using var again = await Send(Good);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Single(_host.Behind.Inbox.Imports);
    }

    [Fact]
    public async Task A_packed_file_of_unnamed_format_is_recognised()
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(Good, Http.Cancellation);
        using var response = await Send(packed.ToArray(), "/v1/imports?fileName=reads.csv.gz");
        Assert.Equal("nem13", (await response.Json()).GetProperty("format").GetString());
    }

    [Fact]
    public async Task An_unknown_format_a_path_and_too_many_bytes_are_refused()
    {
        using var unknown = await Send("hello"u8.ToArray(), "/v1/imports");
        using var path = await Send(Good, "/v1/imports?format=nem13&fileName=..%2Freads");
        using var large = await Send(new byte[100_001]);
        await unknown.Problem(HttpStatusCode.UnprocessableEntity, "format-unknown");
        await path.Problem(HttpStatusCode.UnprocessableEntity, "text-invalid");
        await large.Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        Assert.Empty(_host.Behind.Inbox.Imports);
    }

    [Fact]
    public async Task Bytes_beyond_the_limit_are_refused_also_when_their_count_is_not_said()
    {
        var body = new byte[150_000];
        Good.CopyTo(body, 0);
        var request = Http.Request("POST", Path, null, "Idempotency-Key: import-0001");
        request.Content = new StreamContent(new Unmeasured(body));
        request.Content.Headers.ContentType = new("application/octet-stream");
        using var response = await _host.As("operator").SendAsync(request, Http.Cancellation);
        var problem = await response.AnyProblem();
        Assert.Contains(problem.GetProperty("code").GetString(), new[] { "body-too-large", "file-refused" });
        Assert.Empty(_host.Behind.Inbox.Batches);
    }

    [Fact]
    public async Task A_caller_with_a_limit_hands_in_contracts_only_and_sees_its_own_imports_only()
    {
        using var first = await Send(Good);
        var limited = _host.As("integrator", "ian", "north");
        using var reads = await limited.Upload(Path, Good, "Idempotency-Key: import-0002");
        using var list = await limited.Send("GET", "/v1/imports");
        using var one = await limited.Send("GET", first.Headers.Location!.ToString());
        await reads.Problem(HttpStatusCode.Forbidden, "entity-limited");
        Assert.Equal(0, (await list.Json()).GetProperty("items").GetArrayLength());
        await one.Problem(HttpStatusCode.NotFound, "import-unknown");
    }

    private int Woken(string importId) => _host.Behind.Grains.The<IImportGrain, FakeImport>(importId).WorkCount;

    private Task<HttpResponseMessage> Send(byte[] body, string path = Path) =>
        _host.As("operator").Upload(path, body, "Idempotency-Key: import-0001");

    /// <summary>A stream that does not know its length.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
