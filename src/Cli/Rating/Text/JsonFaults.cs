using System.Text.Json;

namespace BillingActors.Cli.Rating.Text;

/// <summary>Tells where JSON is wrong.</summary>
internal static class JsonFaults
{
    // How the reader of the platform begins; what follows are names of types, of no use to whoever wrote the file.
    private const string Unfit = "The JSON value could not be converted to";

    /// <summary>The error behind an exception, with its path and line.</summary>
    public static RatingError Of(JsonException error)
    {
        var path = (error.Path ?? "").TrimStart('$', '.')
            .Replace("[", "/", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal)
            .Replace('.', '/');
        var line = error.LineNumber is { } number ? (int)number + 1 : 0;
        var detail = error.Message.StartsWith(Unfit, StringComparison.Ordinal)
            ? "This value is of another kind than stands here: whole numbers are numbers, decimals are strings, and "
                + "what is yes or no is true or false."
            : error.Message;
        return new RatingError(path, line, "json-malformed", detail);
    }
}
