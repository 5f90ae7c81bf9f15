using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console;

/// <summary>What pages of the console may load and run: their own origin, and scripts that carry the nonce.</summary>
internal static class ContentPolicy
{
    private static readonly object Key = new();

    /// <summary>The nonce of a request's answer.</summary>
    public static string NonceOf(HttpContext http) => (string)http.Items[Key]!;

    /// <summary>Sets the policy of an answer.</summary>
    public static Task Set(HttpContext http, RequestDelegate next)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[Key] = nonce;
        var options = http.RequestServices.GetRequiredService<IOptions<ConsoleOptions>>().Value;
        // The log-in form leads on to the issuer, and a browser holds that against the form, too.
        var issuer = options.HasIssuer ? " " + new Uri(options.Authority).GetLeftPart(UriPartial.Authority) : "";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; "
            + $"form-action 'self'{issuer}";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.Pragma = "no-cache"; // As forms with a token against forgery set it.
        return next(http);
    }
}
