using System.Net;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingActors.Gateway.Tests;

/// <summary>Log-in by an issuer of identities: code and PKCE, and nothing believed that is not the issuer's.</summary>
public sealed class OpenIdTests(TestIssuer issuer) : IClassFixture<TestIssuer>, IAsyncLifetime
{
    private static readonly HttpClient Browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private GatewayHost _host = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await GatewayHost.Start(
            ("Billing:Console:Authority", issuer.Address), ("Billing:Console:ClientId", "console"));
        _host.Behind.Address = new IPAddress(Guid.NewGuid().ToByteArray()); // From where nobody else was refused.
        issuer.Reset(_host.Behind.Clock.GetUtcNow());
        _host.Behind.Users.Users["ada"] = new StoredUser(
            "ada", "Ada", ["clerk"], [], IsActive: true, 1, issuer.Now, "root");
        _visitor = new Visitor(_host.Anonymous());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_known_person_comes_in_by_code_and_PKCE_and_goes_where_it_wanted()
    {
        var asked = await _visitor.Challenge("/console/accounts", isAgain: false);
        var query = QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal(("code", "S256", "console"), (
            query["response_type"].ToString(), query["code_challenge_method"].ToString(),
            query["client_id"].ToString()));
        Assert.Equal(43, query["code_challenge"].ToString().Length);
        Assert.False(query.ContainsKey("max_age"));

        Assert.Equal("/console/accounts", await Return(asked));
        Assert.Equal(HttpStatusCode.OK, await _visitor.See("/console/accounts"));
        Assert.Equal(["ada logged-in ada"], _host.Behind.Audit.Told);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("expired")]
    [InlineData("unsigned")]
    public async Task A_token_that_is_not_the_issuers_answer_is_refused(string lie)
    {
        issuer.Lie = lie;
        await IsRefused(await _visitor.Challenge("/console", isAgain: false), "(unknown)");
    }

    [Fact]
    public async Task A_state_or_a_browser_that_did_not_ask_is_refused_and_so_is_a_code_used_twice()
    {
        var asked = await _visitor.Challenge("/console", isAgain: false);
        var back = await Back(asked);
        var stranger = new Visitor(_host.Anonymous());
        Assert.Equal("/console/login", await stranger.LedFrom(back));
        var changed = back.Replace("state=", "state=x", StringComparison.Ordinal);
        Assert.Equal("/console/login", await _visitor.LedFrom(changed));
        Assert.Equal("/console", await _visitor.LedFrom(back));
        Assert.Equal("/console/login", await new Visitor(_host.Anonymous()).LedFrom("/console"));
        Assert.Equal("/console/login", await _visitor.LedFrom(back));
    }

    [Fact]
    public async Task A_person_without_a_role_is_refused_and_noted_by_name()
    {
        issuer.PersonId = "stranger";
        await IsRefused(await _visitor.Challenge("/console", isAgain: false), "stranger");
    }

    [Fact]
    public async Task Before_an_approval_the_issuer_must_ask_again_and_say_so()
    {
        var asked = await _visitor.Challenge("/console", isAgain: true);
        Assert.Equal("0", QueryHelpers.ParseQuery(asked.Query)["max_age"].ToString());
        await IsRefused(asked, "(unknown)");

        issuer.ProvedAt = issuer.Now.AddHours(-1);
        Assert.Equal("/console/login", await Return(await _visitor.Challenge("/console", isAgain: true)));
        issuer.ProvedAt = issuer.Now;
        Assert.Equal("/console", await Return(await _visitor.Challenge("/console", isAgain: true)));
    }

    private async Task IsRefused(Uri asked, string personId)
    {
        Assert.Equal("/console/login", await Return(asked));
        Assert.Equal("/console/login", await _visitor.LedFrom("/console"));
        Assert.Equal([$"{personId} log-in-refused {personId}"], _host.Behind.Audit.Told);
    }

    private async Task<string> Return(Uri asked) => await _visitor.LedFrom(await Back(asked));

    /// <summary>What the issuer sends the browser back to.</summary>
    private static async Task<string> Back(Uri asked)
    {
        using var answer = await Browser.GetAsync(asked, Http.Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }
}
