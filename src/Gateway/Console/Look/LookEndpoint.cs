using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BillingActors.Gateway.Console.Look;

/// <summary>Where the form goes with which a person chooses locale and theme.</summary>
internal static class LookEndpoint
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static void MapLook(this IEndpointRouteBuilder routes) =>
        routes.MapPost(ConsolePath.Root + "/look", Choose).RequireAuthorization(ConsoleScheme.AnyUser)
            .ExcludeFromDescription();

    private static async Task<RedirectHttpResult> Choose(
        [FromForm] LookForm form, HttpContext http, IViewSettingStore views, CancellationToken cancellation)
    {
        await DeskViews.KeepRows(views, Caller.Of(http.User).PersonId, form.Rows, cancellation);
        http.Response.Cookies.Append(DeskLook.CookieName, DeskLook.Choice(form.Locale, form.Theme), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
        });
        return TypedResults.Redirect(ConsolePath.Safe(form.ReturnTo));
    }

    private sealed record LookForm(string? Locale, string? Theme, string? Rows, string? ReturnTo);
}
