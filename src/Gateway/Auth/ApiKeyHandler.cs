using System.Text.Encodings.Web;
using BillingActors.Gateway.Audit;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Auth;

/// <summary>Authenticates callers by API key; why a key is refused is nobody's business outside.</summary>
internal sealed class ApiKeyHandler(
    KeyRing keys, LockOut lockOut, IAuditTrail trail,
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name under which failures of a key are counted.</summary>
    public static string AccountOf(ApiKeyText? key) => "key:" + key?.KeyId;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerText.Of(Request) is not { } text)
            return AuthenticateResult.NoResult();
        var (key, network) = (ApiKeyText.Parse(text), LockOut.NetworkOf(Context));
        var account = AccountOf(key);
        if (lockOut.Holds(account, network))
            return No();
        var known = key is null ? null : await keys.Verify(key, Context.RequestAborted);
        if (known is not null)
        {
            lockOut.Succeed(account, network);
            return AuthenticateResult.Success(new AuthenticationTicket(known.User, Scheme.Name));
        }
        if (lockOut.Fail(account, network))
            await NoteLock(key?.KeyId ?? "(unknown)", network);
        return No();
    }

    // Locked, wrong or unknown: the answer is the same.
    private static AuthenticateResult No() => AuthenticateResult.Fail("The API key is not valid.");

    private Task<bool> NoteLock(string keyId, string network) => trail.Append(
        Context.Note(("(unknown)", Noting.Api), "locked-out", new AuditSubject("key", keyId)) with
        {
            After = "from " + (network.Length == 0 ? "an unknown network" : network),
        },
        Context.RequestAborted);

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
