using System.Net;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console.Access;

/// <summary>Where the forms of log-in and log-out go; each carries a token against forgery.</summary>
internal static class LogInEndpoints
{
    /// <summary>Marks a log-in that must not rest on a remembered one.</summary>
    public const string Again = "again";

    public static void MapLogIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(ConsolePath.Login, Develop).AllowAnonymous().RequireRateLimiting(Bucket.Money)
            .ExcludeFromDescription();
        routes.MapPost(ConsolePath.Root + "/login/openid", Challenge).AllowAnonymous()
            .RequireRateLimiting(Bucket.Money).ExcludeFromDescription();
        routes.MapPost(ConsolePath.Root + "/logout", LogOut).RequireAuthorization(ConsoleScheme.AnyUser)
            .ExcludeFromDescription();
        routes.MapPost(ConsolePath.Root + "/alive", () => TypedResults.NoContent())
            .RequireAuthorization(ConsoleScheme.AnyUser).ExcludeFromDescription();
    }

    private static async Task<Results<RedirectHttpResult, SignInHttpResult, NotFound>> Develop(
        [FromForm] DevelopmentForm form, DevelopmentIssuer issuer, LogIn logIn, HttpContext http, TimeProvider clock)
    {
        // Refused even if an address changed after the start: no connection from elsewhere logs in like this.
        var isNear = http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
        if (!issuer.IsOn || !isNear)
            return TypedResults.NotFound();
        string[] roles = [.. (form.Roles ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var areRoles = roles.Length > 0 && !roles.Except(Role.All, StringComparer.Ordinal).Any();
        if (!PathIds.IsId(form.PersonId ?? "") || !areRoles)
        {
            await logIn.Refuse("(unknown)", "the form is not well filled in", http);
            return TypedResults.Redirect(ConsolePath.Login + "?refused=true");
        }
        var before = (await http.AuthenticateAsync(ConsoleScheme.Session)).Principal;
        var name = DevelopmentPerson.All.FirstOrDefault(one => one.PersonId == form.PersonId)?.Name ?? form.PersonId!;
        await logIn.Become((form.PersonId!, name), roles, http);
        var principal = await logIn.Begin((form.PersonId!, clock.GetUtcNow()), before, http)
            ?? throw new InvalidOperationException("A person just stored may log in.");
        return TypedResults.SignIn(
            principal, new AuthenticationProperties { RedirectUri = ConsolePath.Safe(form.ReturnTo) },
            ConsoleScheme.Session);
    }

    private static Results<ChallengeHttpResult, NotFound> Challenge(
        [FromForm] string? returnTo, [FromForm] string? again, IOptions<ConsoleOptions> options)
    {
        if (!options.Value.HasIssuer)
            return TypedResults.NotFound();
        var properties = new AuthenticationProperties { RedirectUri = ConsolePath.Safe(returnTo) };
        if (again is not null)
            properties.Items[Again] = "true";
        return TypedResults.Challenge(properties, [ConsoleScheme.OpenId]);
    }

    private static async Task<SignOutHttpResult> LogOut([FromForm] string? expired, LogIn logIn, HttpContext http)
    {
        await logIn.Leave(Caller.Of(http.User).PersonId, http);
        return TypedResults.SignOut(
            new AuthenticationProperties
            {
                RedirectUri = ConsolePath.Login + (expired is null ? "?left=true" : "?expired=true"),
            },
            [ConsoleScheme.Session]);
    }

    private sealed record DevelopmentForm(string? PersonId, string? Roles, string? ReturnTo);
}
