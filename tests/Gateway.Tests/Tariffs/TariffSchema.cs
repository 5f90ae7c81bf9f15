using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Gateway.Tests.Tariffs;

/// <summary>
/// Writes the JSON Schema of the tariff document from the records that read it: their members and nullability, which
/// of them are required, their words, their kinds, and what their comments say.
/// </summary>
internal sealed class TariffSchema
{
    private const string Decimal = @"^[+-]?(\d+\.?\d*|\.\d+)$";
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly DocumentationNotes _notes = new(typeof(TariffDocument).Assembly);
    private readonly SortedDictionary<string, JsonNode?> _defined = new(StringComparer.Ordinal);

    private TariffSchema()
    {
    }

    /// <summary>The whole schema as it is committed.</summary>
    public static string Write()
    {
        var writing = new TariffSchema();
        var root = writing.ObjectOf(typeof(TariffDocument), null);
        root.Insert(0, "$schema", Dialect);
        root.Insert(1, "title", "Tariff");
        root["$defs"] = new JsonObject(writing._defined);
        return root.ToJsonString(Indented) + "\n";
    }

    private JsonObject ObjectOf(Type type, string? kind)
    {
        var (members, required) = (new JsonObject(), new JsonArray());
        if (kind is not null)
        {
            members["kind"] = new JsonObject { ["const"] = kind, ["description"] = "Says which kind this is." };
            required.Add("kind");
        }
        foreach (var member in Json.GetTypeInfo(type).Properties)
        {
            var schema = MemberOf(member);
            schema["description"] = _notes.Of(type, (PropertyInfo)member.AttributeProvider!);
            members[member.Name] = schema;
            if (member.IsRequired)
                required.Add(member.Name);
        }
        return new JsonObject
        {
            ["description"] = _notes.Of(type),
            ["type"] = "object",
            ["properties"] = members,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
    }

    private JsonObject MemberOf(JsonPropertyInfo member)
    {
        var schema = SchemaOf(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
        var words = member.AttributeProvider!.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false);
        if (words is [AllowedValuesAttribute allowed])
            schema["enum"] = new JsonArray([.. allowed.Values.Select(word => JsonValue.Create((string)word!))]);
        if (!member.IsSetNullable)
            return schema;
        if (schema["enum"] is JsonArray all)
            all.Add((JsonNode?)null);
        if (schema["type"] is JsonArray several)
            several.Add((JsonNode)"null");
        else if (schema["type"] is { } single)
            schema["type"] = new JsonArray(single.DeepClone(), "null");
        else
            schema = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        return schema;
    }

    private JsonObject SchemaOf(Type type)
    {
        if (type == typeof(string))
            return new JsonObject { ["type"] = "string" };
        if (type == typeof(bool))
            return new JsonObject { ["type"] = "boolean" };
        if (type == typeof(int) || type == typeof(long))
            return new JsonObject { ["type"] = "integer" };
        if (type == typeof(decimal))
        {
            var types = new JsonArray("string", "number");
            return new JsonObject { ["type"] = types, ["pattern"] = Decimal, ["maxLength"] = 30 };
        }
        if (type == typeof(DateOnly))
            return new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = @"^\d{4}-\d{2}-\d{2}$" };
        return type.IsGenericType ? ManyOf(type) : ReferenceTo(type);
    }

    private JsonObject ManyOf(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return new JsonObject { ["type"] = "array", ["items"] = SchemaOf(arguments[0]) };
        if (type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
        {
            var values = SchemaOf(arguments[1]);
            if (arguments[1] == typeof(string))
                values["type"] = new JsonArray("string", "number");
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = values };
        }
        throw new NotSupportedException($"{type} is nothing a tariff has.");
    }

    private JsonObject ReferenceTo(Type type)
    {
        var name = NameOf(type);
        if (!_defined.ContainsKey(name))
        {
            _defined[name] = null; // A price may hold prices.
            _defined[name] = Json.GetTypeInfo(type).PolymorphismOptions is { } kinds
                ? OneOf(type, kinds)
                : ObjectOf(type, null);
        }
        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }

    private JsonObject OneOf(Type type, JsonPolymorphismOptions kinds)
    {
        var choices = new JsonArray();
        foreach (var kind in kinds.DerivedTypes)
        {
            var name = $"{NameOf(type)}-{kind.TypeDiscriminator}";
            _defined[name] = ObjectOf(kind.DerivedType, (string)kind.TypeDiscriminator!);
            choices.Add((JsonNode)new JsonObject { ["$ref"] = "#/$defs/" + name });
        }
        return new JsonObject { ["description"] = _notes.Of(type), ["oneOf"] = choices };
    }

    private static string NameOf(Type type) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name.Replace("Document", "", StringComparison.Ordinal));
}
