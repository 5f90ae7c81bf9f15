using Microsoft.Net.Http.Headers;

namespace BillingActors.Gateway.Auth;

/// <summary>Reads the bearer credential of a request.</summary>
internal static class BearerText
{
    private const string Scheme = "Bearer ";

    /// <summary>The credential, or null.</summary>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.Authorization];
        return header.Count == 1 && header[0] is { } text && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? text[Scheme.Length..].Trim()
            : null;
    }
}
