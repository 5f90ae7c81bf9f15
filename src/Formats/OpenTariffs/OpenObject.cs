using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.OpenTariffs;

/// <summary>A JSON object of an entry; a member the schema does not have is a problem, never passed over.</summary>
internal sealed class OpenObject
{
    private readonly JsonElement _value;

    public OpenObject(JsonElement value, string path, ImportFindings findings, params ReadOnlySpan<string> known)
    {
        (_value, Path, Findings) = (value, path, findings);
        if (value.ValueKind != JsonValueKind.Object)
        {
            findings.Refuse(path, "entry-invalid", "An object is expected here.");
            return;
        }
        foreach (var member in value.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                findings.Refuse($"{path}/{member.Name}", "member-unknown", "The schema has no such member.");
        }
    }

    /// <summary>Where it stands in the entry.</summary>
    public string Path { get; }

    /// <summary>Where problems and notes go.</summary>
    public ImportFindings Findings { get; }

    /// <summary>The member, or null.</summary>
    public JsonElement? Find(string name) => _value.ValueKind == JsonValueKind.Object
        && _value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The elements of a list with their paths; none where it is absent.</summary>
    public IEnumerable<(JsonElement Value, string Path)> List(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select((element, index) => (element, $"{Path}/{name}/{index}"))
            : [];

    /// <summary>The text; a problem where it is absent.</summary>
    public string Text(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text)
            return text;
        Findings.Refuse($"{Path}/{name}", "required", "A text is required here.");
        return "";
    }

    /// <summary>The number, or null where it is absent; a value that is none is a problem.</summary>
    public decimal? Number(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (LooseJson.Number(value) is { } number)
            return number;
        Findings.Refuse($"{Path}/{name}", "number-invalid", $"{value.GetRawText()} is no number.");
        return null;
    }

    /// <summary>The number; a problem where it is absent.</summary>
    public decimal Required(string name)
    {
        if (Find(name) is null)
            Findings.Refuse($"{Path}/{name}", "required", "A number is required here.");
        return Number(name) ?? 0m;
    }
}
