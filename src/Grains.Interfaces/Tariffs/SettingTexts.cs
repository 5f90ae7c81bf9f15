using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Named settings as texts; a number counts as it is written.</summary>
internal sealed class SettingTexts : JsonConverter<ImmutableSortedDictionary<string, string>>
{
    public override ImmutableSortedDictionary<string, string> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Settings are an object of names and texts.");
        var settings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!settings.TryAdd(name, TextOf(ref reader, name)))
                throw new JsonException($"The setting {name} is there twice.");
        }
        return settings.ToImmutable();
    }

    public override void Write(
        Utf8JsonWriter writer, ImmutableSortedDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
            writer.WriteString(name, text);
        writer.WriteEndObject();
    }

    private static string TextOf(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number when DecimalDigits.WithExponent(DecimalText.Digits(ref reader)) is { } number =>
            number.ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException($"The setting {name} is a text such as \"prorated\", or a number."),
    };
}
