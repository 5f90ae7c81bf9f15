using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Rating.Text;

/// <summary>Tells where JSON is wrong.</summary>
internal static class JsonFaults
{
    // How the reader of the platform begins; what follows are names of types, of no use to whoever wrote the file.
    private const string Missing = "was missing required properties including:";
    private const string Unknown = "The JSON property ";
    private const string Position = " Path: $";
    private const string UnknownKind = "Read unrecognized type discriminator id '";
    private const string Unfit = "The JSON value could not be converted to";

    /// <summary>The error behind an exception, with its path and line.</summary>
    public static RatingError Of(JsonException error)
    {
        var path = (error.Path ?? "").TrimStart('$', '.')
            .Replace("[", "/", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal)
            .Replace('.', '/');
        var line = error.LineNumber is { } number ? (int)number + 1 : 0;
        var detail = error.Message.StartsWith(UnknownKind, StringComparison.Ordinal)
            ? KindOf(error.Message[UnknownKind.Length..].Split('\'')[0], path)
            : DetailOf(error.Message);
        return new RatingError(path, line, "json-malformed", detail);
    }

    private static string KindOf(string kind, string path)
    {
        var type = path.Split('/') switch
        {
            [.., "charges", _] => typeof(ChargeDocument),
            [.., "price"] => typeof(PriceDocument),
            _ => null,
        };
        var known = type?.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(static one => one.TypeDiscriminator);
        return known is null
            ? $"There is no kind \"{kind}\" here."
            : $"There is no kind \"{kind}\" here; it takes {string.Join(", ", known)}.";
    }

    private static string DetailOf(string message)
    {
        if (message.StartsWith(Unfit, StringComparison.Ordinal))
        {
            return "This value is of another kind than stands here: whole numbers are numbers, "
                + "decimals are strings or numbers, what is yes or no is true or false, and a price by quantity is an "
                + "object such as "
                + "{ \"kind\": \"flat\", \"price\": \"0.30\" }.";
        }
        if (message.IndexOf(Missing, StringComparison.Ordinal) is var names and >= 0)
            return $"What must be given is absent: {message[(names + Missing.Length)..].Trim()}";
        if (message.StartsWith(Unknown, StringComparison.Ordinal) && message.Split('\'') is [_, var member, ..])
            return $"There is no member \"{member}\" here.";
        return message.IndexOf(Position, StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;
    }
}
