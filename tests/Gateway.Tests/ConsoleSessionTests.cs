using System.Net;

namespace BillingActors.Gateway.Tests;

/// <summary>Sessions of the console: how they begin and end, and what they do not open.</summary>
public sealed class ConsoleSessionTests
{
    private static readonly (string, string) Development = ("Billing:Auth:DevelopmentIssuer", "true");

    [Fact]
    public async Task A_page_leads_to_the_log_in_and_from_there_back()
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        var client = host.Anonymous();
        using var asked = await client.Send("GET", "/console/accounts?after=x");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains(
            "/console/login?returnTo=%2Fconsole%2Faccounts%3Fafter%3Dx", asked.Headers.Location!.OriginalString,
            StringComparison.Ordinal);

        var visitor = new Visitor(client);
        using var entered = await visitor.LogIn("clerk", "/console/accounts?after=x");
        Assert.Equal("/console/accounts?after=x", entered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await visitor.See("/console/accounts"));
    }

    [Theory]
    [InlineData("https://evil.example/console")]
    [InlineData("//evil.example")]
    [InlineData("/consoleevil")]
    [InlineData("/console/\\evil.example")]
    public async Task A_log_in_leads_nowhere_else(string returnTo)
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        using var entered = await new Visitor(host.Anonymous()).LogIn("clerk", returnTo);
        Assert.Equal("/console", entered.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        var visitor = new Visitor(host.Anonymous());
        await visitor.LogIn("clerk");
        foreach (var path in (string[])["/console/logout", "/console/look", "/console/login"])
        {
            using var answer = await visitor.Post(path, new() { ["PersonId"] = "eve", ["Roles"] = "admin" });
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }
        Assert.Equal(HttpStatusCode.OK, await visitor.See("/console/accounts"));
    }

    [Fact]
    public async Task The_interface_for_programs_takes_no_cookie()
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        var visitor = new Visitor(host.Anonymous());
        await visitor.LogIn("supervisor");
        Assert.Equal(HttpStatusCode.OK, await visitor.See("/console/accounts"));
        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.See("/v1/accounts"));
        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.See("/v1/me"));
    }

    [Fact]
    public async Task No_key_of_a_program_opens_a_page()
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        using var answer = await host.As("supervisor").Send("GET", "/console/accounts");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_closes_its_pages_within_seconds()
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        var visitor = new Visitor(host.Anonymous());
        await visitor.LogIn("supervisor");
        Assert.Equal(HttpStatusCode.OK, await visitor.See("/console/runs"));

        var user = host.Behind.Users.Users[visitor.PersonId];
        host.Behind.Users.Users[visitor.PersonId] = user with { Roles = ["agent"] };
        host.Behind.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("/console/denied", await visitor.LedFrom("/console/runs"));
        host.Behind.Users.Users[visitor.PersonId] = user with { IsActive = false };
        host.Behind.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("/console/login", await visitor.LedFrom("/console"));
    }

    [Fact]
    public async Task A_session_ends_when_nothing_happens_and_after_ten_hours_in_any_case()
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        var visitor = new Visitor(host.Anonymous());
        await visitor.LogIn("clerk");
        host.Behind.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/console/login", await visitor.LedFrom("/console"));

        await visitor.LogIn("clerk");
        for (var minutes = 0; minutes < 600; minutes += 10)
        {
            Assert.Equal((minutes, HttpStatusCode.OK), (minutes, await visitor.See("/console/denied")));
            host.Behind.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        host.Behind.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/console/login", await visitor.LedFrom("/console"));
    }

    [Fact]
    public async Task Without_an_issuer_and_outside_development_nobody_logs_in()
    {
        await using var host = await GatewayHost.Start();
        var visitor = new Visitor(host.Anonymous());
        var page = await visitor.Page("/console/login");
        Assert.Contains("No way to log in has been set up", page, StringComparison.Ordinal);
        // The page has no form, so whoever sends one all the same has no token for it.
        using var answer = await visitor.LogIn("clerk");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/console/login", await visitor.LedFrom("/console"));
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_and_out_of_reach_of_scripts()
    {
        await using var host = await GatewayHost.Start("Development", [Development]);
        using var entered = await new Visitor(host.Anonymous()).LogIn("clerk");
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(
            one => one.StartsWith("billing-development=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Authority", "http://issuer.example")]
    [InlineData("Authority", "nonsense")]
    [InlineData("Authority", "https://issuer.example")]
    [InlineData("IdleMinutes", "0")]
    [InlineData("SessionHours", "25")]
    [InlineData("ApprovalMinutes", "61")]
    [InlineData("CheckSeconds", "61")]
    public async Task Wrong_settings_are_refused_at_the_start(string key, string value) =>
        await Assert.ThrowsAnyAsync<Exception>(() => GatewayHost.Start(("Billing:Console:" + key, value)));
}
