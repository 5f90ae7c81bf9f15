using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Rating.State;
using BillingActors.Grains.Interfaces.Json;
using NodaTime;
using NodaTime.Text;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Cli.Rating.Files;

/// <summary>
/// What one bill leaves for the next, as JSON: members as in the domain, decimals as strings, days and instants in ISO
/// form, periods as "from" and "to". Unknown members are refused.
/// </summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = Create();

    /// <summary>The state as text.</summary>
    public static string Write(RatingState state) => JsonSerializer.Serialize(state, Options) + "\n";

    /// <summary>The state of a text; lists that are absent are empty.</summary>
    public static RatingState Read(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<RatingState>(json, Options)
                ?? throw new JsonException("A state is an object, not null.");
            JsonGaps.Refuse(Encoding.UTF8.GetBytes(json));
            return Whole(read);
        }
        catch (JsonException error)
        {
            throw UnratableException.State(JsonFaults.Of(error));
        }
    }

    private static RatingState Whole(RatingState read) => new(
        Listed(read.Peaks), Listed(read.Banks), Listed(read.Buckets), Listed(read.Counters), Listed(read.Billed))
    {
        Sessions = Listed(read.Sessions),
    };

    private static ImmutableArray<T> Listed<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MakeOptional } },
        };
        options.Converters.Add(new TextConverter<decimal>(
            ExactNumber.Print, static text => ExactNumber.Read(text), "a decimal such as \"0.25\""));
        options.Converters.Add(new TextConverter<LocalDate>(
            LocalDatePattern.Iso.Format, static text => ValueOf(LocalDatePattern.Iso.Parse(text)), "a day"));
        options.Converters.Add(new TextConverter<Instant>(
            InstantPattern.ExtendedIso.Format,
            static text => ValueOf(InstantPattern.ExtendedIso.Parse(text)),
            "an instant such as \"2025-01-31T13:00:00Z\""));
        options.Converters.Add(new PeriodConverter());
        return options;
    }

    private static T? ValueOf<T>(ParseResult<T> parsed)
        where T : struct =>
        parsed.Success ? parsed.Value : null;

    // Whoever writes a state by hand leaves out what there is none of.
    private static void MakeOptional(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            var isList = member.PropertyType.IsGenericType
                && member.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
            if (isList || member.IsSetNullable || Nullable.GetUnderlyingType(member.PropertyType) is not null)
                member.IsRequired = false;
        }
    }

    private sealed class TextConverter<T>(Func<T, string> print, Func<string, T?> read, string expected)
        : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return read(reader.GetString()!) ?? throw new JsonException($"This is not {expected}.");
            // The digits as they are written; what is no number fits none of the kinds.
            using var value = JsonDocument.ParseValue(ref reader);
            var isNumber = value.RootElement.ValueKind == JsonValueKind.Number;
            return isNumber && read(value.RootElement.GetRawText()) is { } number
                ? number
                : throw new JsonException($"This is not {expected}.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(print(value));
    }

    private sealed class PeriodConverter : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var days = JsonSerializer.Deserialize<PeriodDays>(ref reader, options)!;
            return days.From < days.To
                ? new Period(days.From, days.To)
                : throw new JsonException("A period ends after it begins.");
        }

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new PeriodDays(value.From, value.Until), options);
    }

    private sealed record PeriodDays(LocalDate From, LocalDate To);
}
