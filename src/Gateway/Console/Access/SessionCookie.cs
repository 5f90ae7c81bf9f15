using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Look;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// The cookie of a session. It says who and since when; what the person may do is looked up with every request.
/// </summary>
internal sealed class SessionCookie(
    IOptions<ConsoleOptions> options, DevelopmentIssuer development, Standings standings, TimeProvider clock)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    private const string Name = "__Host-billing";

    // A development log-in is on a loopback address only, where there is seldom a certificate: a browser would drop
    // a cookie that must be secure.
    private const string DevelopmentName = "billing-development";

    public void Configure(CookieAuthenticationOptions options) => Configure(ConsoleScheme.Session, options);

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name != ConsoleScheme.Session)
            return;
        cookie.Cookie.Name = development.IsOn ? DevelopmentName : Name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy =
            development.IsOn ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.Value.IdleMinutes);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = ConsolePath.Login;
        cookie.AccessDeniedPath = ConsolePath.Denied;
        cookie.ReturnUrlParameter = ConsolePath.ReturnTo;
        cookie.Events.OnValidatePrincipal = Check;
        cookie.Events.OnRedirectToLogin = context => Redirect(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Redirect(context, StatusCodes.Status403Forbidden);
    }

    private async Task Check(CookieValidatePrincipalContext context)
    {
        var session = Session.Of(context.Principal);
        var isOver = session is null || clock.GetUtcNow() - session.BeganAt > Longest;
        if (isOver || await standings.Of(session!.PersonId, context.HttpContext.RequestAborted) is not { } user)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(ConsoleScheme.Session);
            return;
        }
        context.ReplacePrincipal(session.ToPrincipal(user, DeskLook.CookieOf(context.Request)));
    }

    private TimeSpan Longest => TimeSpan.FromHours(options.Value.SessionHours);

    // Only a page a person asked for leads to the log-in; what a script asks for gets the bare status.
    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate")
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
