using System.Security.Claims;
using BillingActors.Gateway.Console.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace BillingActors.Gateway.Console.Look;

/// <summary>How a person wants the console to look: its locale and theme.</summary>
internal sealed class DeskLook(AuthenticationStateProvider state)
{
    /// <summary>Cookie with the choice; nothing secret in it.</summary>
    public const string CookieName = "billing-look";

    private DeskLocale? _locale;

    /// <summary>Themes a person can choose from; "system" follows the device.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["system", "light", "dark"];

    /// <summary>Numbers and days.</summary>
    public DeskLocale Locale => _locale ??= LocaleIn(Text);

    private string? Text
    {
        get
        {
            // On the server the state is there before anything is drawn.
            var current = state.GetAuthenticationStateAsync();
            return current.IsCompletedSuccessfully ? current.Result.User.FindFirstValue(SessionClaim.Look) : null;
        }
    }

    /// <summary>The choice as the request's cookie says it.</summary>
    public static string CookieOf(HttpRequest request) => request.Cookies[CookieName] ?? "";

    /// <summary>The locale a choice names.</summary>
    public static DeskLocale LocaleIn(string? choice) => DeskLocale.Of(choice?.Split('.')[0]);

    /// <summary>The theme a choice names.</summary>
    public static string ThemeIn(string? choice) =>
        choice?.Split('.') is [_, { } theme] && Themes.Contains(theme, StringComparer.Ordinal) ? theme : Themes[0];

    /// <summary>The text of a choice.</summary>
    public static string Choice(string? locale, string? theme) =>
        DeskLocale.Of(locale).Code + "." + ThemeIn("." + theme);
}
