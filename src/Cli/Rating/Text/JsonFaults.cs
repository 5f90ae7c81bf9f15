using System.Text.Json;

namespace BillingActors.Cli.Rating.Text;

/// <summary>Tells where JSON is wrong.</summary>
internal static class JsonFaults
{
    /// <summary>The error behind an exception, with its path and line.</summary>
    public static RatingError Of(JsonException error)
    {
        var path = (error.Path ?? "").TrimStart('$', '.')
            .Replace("[", "/", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal)
            .Replace('.', '/');
        var line = error.LineNumber is { } number ? (int)number + 1 : 0;
        return new RatingError(path, line, "json-malformed", error.Message);
    }
}
