using System.Net;

namespace BillingActors.Gateway.Tests;

/// <summary>People and their rights through the front door.</summary>
public sealed class UserApiTests
{
    private const string Key = "Idempotency-Key: 12345678";
    private const string New = "If-None-Match: *";
    private const string Clerk = """{"name":"Cleo","roles":["clerk"],"entities":["north"],"isActive":true}""";

    [Fact]
    public async Task A_person_gets_rights_and_each_change_is_noted_with_before_and_after()
    {
        await using var host = await GatewayHost.Start();
        var admin = host.As("admin", "root");
        using var made = await admin.Send("PUT", "/v1/users/cleo", Clerk, Key, New);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var locked = Clerk.Replace("true", "false", StringComparison.Ordinal);
        using var changed = await admin.Send(
            "PUT", "/v1/users/cleo", locked, "Idempotency-Key: 87654321", "If-Match: \"1\"", "Reason: left");
        using var stale = await admin.Send(
            "PUT", "/v1/users/cleo", Clerk, "Idempotency-Key: 99999999", "If-Match: \"1\"");
        using var seen = await admin.Send("GET", "/v1/users/cleo");

        await stale.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal("\"2\"", seen.Headers.ETag!.Tag);
        Assert.Equal(["root user-changed cleo", "root user-changed cleo"], host.Behind.Audit.Told);
        var last = host.Behind.Audit.Entries[1];
        Assert.Equal(
            ("may log in; roles clerk; entities north", "may not log in; roles clerk; entities north", "left"),
            (last.Before, last.After, last.Reason));
    }

    [Theory]
    [InlineData("root", Clerk, HttpStatusCode.Forbidden, "own-rights")]
    [InlineData("cleo", """{"name":"C","roles":["king"],"entities":[],"isActive":true}""",
        HttpStatusCode.UnprocessableEntity, "user-invalid")]
    [InlineData("cleo", """{"name":"C","roles":["clerk"],"entities":["*"],"isActive":true}""",
        HttpStatusCode.UnprocessableEntity, "user-invalid")]
    [InlineData("cleo", """{"name":" ","roles":["clerk"],"entities":[],"isActive":true}""",
        HttpStatusCode.UnprocessableEntity, "user-invalid")]
    [InlineData("cleo", """{"name":"C","roles":["clerk"],"entities":[],"isActive":true,"version":9}""",
        HttpStatusCode.BadRequest, "body-invalid")]
    public async Task Rights_that_break_a_rule_change_nothing(
        string person, string body, HttpStatusCode status, string code)
    {
        await using var host = await GatewayHost.Start();
        using var refused = await host.As("admin", "root").Send("PUT", "/v1/users/" + person, body, Key, New);
        await refused.Problem(status, code);
        Assert.Empty(host.Behind.Users.Users);
        Assert.Empty(host.Behind.Audit.Entries);
    }

    [Fact]
    public async Task A_limited_administrator_sees_and_gives_only_what_lies_within()
    {
        await using var host = await GatewayHost.Start();
        var (all, limited) = (host.As("admin", "root"), host.As("admin", "nora", "north"));
        using var wide = await all.Send("PUT", "/v1/users/wide",
            """{"name":"W","roles":["admin"],"entities":[],"isActive":true}""", Key, New);
        using var beyond = await limited.Send("PUT", "/v1/users/cleo",
            Clerk.Replace("north", "south", StringComparison.Ordinal), Key, New);
        using var over = await limited.Send(
            "PUT", "/v1/users/wide", Clerk, "Idempotency-Key: 87654321", "If-Match: \"1\"");
        using var within = await limited.Send("PUT", "/v1/users/cleo", Clerk, Key, New);
        using var hidden = await limited.Send("GET", "/v1/users/wide");
        using var list = await limited.Send("GET", "/v1/users");

        await beyond.Problem(HttpStatusCode.UnprocessableEntity, "user-invalid");
        await over.Problem(HttpStatusCode.UnprocessableEntity, "user-invalid");
        Assert.Equal(HttpStatusCode.OK, within.StatusCode);
        await hidden.Problem(HttpStatusCode.NotFound, "user-unknown");
        Assert.Equal("cleo", string.Join(' ', (await list.Json()).GetProperty("items").EnumerateArray()
            .Select(row => row.GetProperty("personId").GetString())));
    }
}
