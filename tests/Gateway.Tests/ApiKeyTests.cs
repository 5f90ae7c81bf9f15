using System.Net;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Gateway.Auth;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Tests;

public sealed class ApiKeyTests
{
    private const string Wanted =
        """{"name":"CRM","personId":"pat","roles":["agent"],"entities":["north"],"expiresAt":"2026-06-01T00:00:00Z"}""";

    private readonly string _test = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task A_made_key_works_and_its_secret_is_stored_nowhere()
    {
        await using var host = await GatewayHost.Start();
        var text = await Make(host.As("admin"));
        using var me = await host.With(text).Send("GET", "/v1/me");
        Assert.Equal("""["north"]""", (await me.Json()).GetProperty("entities").GetRawText());
        var stored = host.Behind.Keys.Keys[text.Split('_')[1]];
        var secret = text.Split('_')[2];
        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(secret)), stored.SecretHash.ToArray());
        using var list = await host.As("admin").Send("GET", "/v1/keys");
        var listed = await list.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_again_never_shows_a_secret_twice()
    {
        await using var host = await GatewayHost.Start();
        var admin = host.As("admin");
        await Make(admin);
        using var again = await admin.Send("POST", "/v1/keys", Wanted, "Idempotency-Key: " + Named("make-crm-key"));
        await again.Problem(HttpStatusCode.Conflict, "key-exists");
    }

    [Fact]
    public async Task A_wrong_secret_an_unknown_id_and_an_expired_key_get_the_same_answer()
    {
        await using var host = await GatewayHost.Start(("Billing:Auth:KeyCacheSeconds", "60"));
        var text = await Make(host.As("admin"));
        var wrong = text[..^1] + (text[^1] == '0' ? '1' : '0');
        var unknown = "bak_0123456789abcdef_" + text.Split('_')[2];
        string[] answers = [await Refusal(host, wrong), await Refusal(host, unknown)];
        host.Behind.Clock.Advance(TimeSpan.FromDays(200));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(answers[0], await Refusal(host, text));
    }

    [Fact]
    public async Task A_revoked_key_ends_at_once_here_and_within_the_cache_time_elsewhere()
    {
        await using var host = await GatewayHost.Start();
        var (here, elsewhere) = (await Make(host.As("admin")), await Make(host.As("admin"), "make-another"));
        using var first = await host.With(elsewhere).Send("GET", "/v1/me");
        using var revoked = await host.As("admin")
            .Send("DELETE", "/v1/keys/" + here.Split('_')[1], null, "Idempotency-Key: revoke-it");
        var noted = new AuditEntry(
            host.Behind.Clock.GetUtcNow(), "ada", "cli", "key-revoked", new AuditSubject("key", "k"),
            "revoked-elsewhere");
        await host.Behind.Keys.Revoke(elsewhere.Split('_')[1], noted, Http.Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await Refusal(host, here);
        host.Behind.Clock.Advance(TimeSpan.FromSeconds(11));
        await Refusal(host, elsewhere);
    }

    [Fact]
    public async Task A_busy_key_is_read_once_and_noted_once()
    {
        await using var host = await GatewayHost.Start();
        var client = host.As("agent");
        for (var call = 0; call < 20; call++)
        {
            using var response = await client.Send("GET", "/v1/me");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.Equal(1, host.Behind.Keys.ReadCount);
        Assert.Equal(host.Behind.Clock.GetUtcNow(), host.Behind.Keys.Keys.Values.Single().View.LastUsedAt);
    }

    [Fact]
    public async Task A_limited_administrator_makes_and_sees_only_limited_keys()
    {
        await using var host = await GatewayHost.Start();
        var admin = host.As("admin", "pat", "north");
        await Make(admin);
        using var wide = await admin.Send("POST", "/v1/keys",
            Wanted.Replace("\"north\"", "", StringComparison.Ordinal), "Idempotency-Key: make-wide-key");
        await wide.Problem(HttpStatusCode.UnprocessableEntity, "key-invalid");
        host.As("clerk");
        using var list = await admin.Send("GET", "/v1/keys");
        Assert.Equal(2, (await list.Json()).GetArrayLength());
    }

    [Theory]
    [InlineData("\"pat\"", "\"bob\"", "A key acts as the person who makes it: pat.")]
    [InlineData("\"pat\"", "\"PAT\"", "A key acts as the person who makes it: pat.")]
    [InlineData("agent", "supervisor", "Beyond the roles of its maker")]
    [InlineData("agent", "controller", "Beyond the roles of its maker")]
    [InlineData("agent", "clerk", "Beyond the roles of its maker")]
    [InlineData("agent", "collector", "Beyond the roles of its maker")]
    public async Task A_key_is_no_second_person_and_no_right_that_somebody_else_must_give(
        string instead, string wanted, string detail)
    {
        await using var host = await GatewayHost.Start();
        var body = Wanted.Replace(instead, wanted, StringComparison.Ordinal);

        using var response = await host.As("admin")
            .Send("POST", "/v1/keys", body, "Idempotency-Key: " + Named("make-crm-key"));

        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "key-invalid");
        Assert.StartsWith(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Behind.Keys.Keys.Values, key => key.View.Name == "CRM");
    }

    [Fact]
    public async Task A_key_that_a_key_makes_is_still_its_first_makers()
    {
        await using var host = await GatewayHost.Start();
        var body = Wanted.Replace("\"agent\"", "\"admin\",\"supervisor\"", StringComparison.Ordinal);
        using var first = await host.As("admin supervisor")
            .Send("POST", "/v1/keys", body, "Idempotency-Key: " + Named("make-first-key"));
        var key = host.With((await first.Json()).GetProperty("text").GetString()!);

        using var other = await key.Send(
            "POST", "/v1/keys", Wanted.Replace("\"pat\"", "\"bob\"", StringComparison.Ordinal),
            "Idempotency-Key: " + Named("make-other-key"));
        await other.Problem(HttpStatusCode.UnprocessableEntity, "key-invalid");
        using var me = await host.With(await Make(key, "make-second-key")).Send("GET", "/v1/me");
        Assert.Equal("pat", (await me.Json()).GetProperty("personId").GetString());
    }

    [Fact]
    public void Roles_of_programs_neither_decide_nor_move_money_by_hand()
    {
        string[] beyond =
        [
            Permissions.ApprovalsDecide, Permissions.ApprovalsStandIn, Permissions.ChargesWrite,
            Permissions.CreditsWrite, Permissions.ChargesWaive, Permissions.TransfersWrite, Permissions.MoveOutsWrite,
            Permissions.RefundsRequest, Permissions.LegalEntitiesWrite, Permissions.TariffsWrite,
            Permissions.PoliciesWrite, Permissions.CollectionsApprove, Permissions.RunsApprove,
            Permissions.LedgerClose, Permissions.LedgerReopen, Permissions.PersonsErase, Permissions.RetentionManage,
            Permissions.KeysManage, Permissions.UsersManage,
        ];
        Assert.DoesNotContain(beyond, permission => RolePermissions.Allow(Role.OfPrograms, permission));
    }

    [Theory]
    [InlineData("", "pat", "agent", 10)]
    [InlineData("n", "", "agent", 10)]
    [InlineData("n", "pat", "god", 10)]
    [InlineData("n", "pat", "agent", 0)]
    [InlineData("n", "pat", "agent", 367)]
    public void A_key_that_breaks_a_rule_is_not_made(string name, string person, string role, int days)
    {
        var now = DateTimeOffset.UnixEpoch;
        var wanted = new NewKey(name, person, [role], [], now.AddDays(days));
        Assert.NotNull(KeyIssuing.Check(wanted, now));
        Assert.Throws<ArgumentException>(() => KeyIssuing.Create(wanted, now));
    }

    private async Task<string> Make(HttpClient admin, string key = "make-crm-key")
    {
        using var response = await admin.Send("POST", "/v1/keys", Wanted, "Idempotency-Key: " + Named(key));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Json()).GetProperty("text").GetString()!;
    }

    // The id of a key comes from the command that made it, and the program is shared with other tests.
    private string Named(string key) => $"{key}-{_test}";

    private static async Task<string> Refusal(GatewayHost host, string text)
    {
        using var response = await host.With(text).Send("GET", "/v1/me");
        var problem = await response.Problem(HttpStatusCode.Unauthorized, "not-authenticated");
        return problem.GetProperty("title").GetString() + problem.TryGetProperty("detail", out _);
    }
}
