using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Urdb.Reading;

/// <summary>The fields of one rate, found by name however the file spells them.</summary>
internal sealed class UrdbFields
{
    private readonly Dictionary<string, (string Spelled, JsonElement Value)> _values = new(StringComparer.Ordinal);
    private readonly string _path;

    public UrdbFields(JsonElement rate, string path, ImportFindings findings)
    {
        (_path, Findings) = (path, findings);
        foreach (var member in rate.EnumerateObject())
        {
            if (!LooseJson.IsAbsent(member.Value))
                _values.TryAdd(UrdbNames.Of(member.Name), (member.Name, member.Value));
        }
    }

    /// <summary>Where problems and notes go.</summary>
    public ImportFindings Findings { get; }

    /// <summary>The names of all fields that say something.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Whether the field says something.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value, or null.</summary>
    public JsonElement? Find(string name) => _values.TryGetValue(name, out var found) ? found.Value : null;

    /// <summary>Where the field stands in the file, as it is spelled there.</summary>
    public string PathOf(string name)
    {
        var spelled = _values.TryGetValue(name, out var found) ? found.Spelled : name;
        return _path.Length == 0 ? spelled : $"{_path}/{spelled}";
    }

    /// <summary>The text, or null.</summary>
    public string? Text(string name) => Find(name) is { } value ? LooseJson.Text(value) : null;

    /// <summary>A word without its capitals and spaces, such as "netmetering"; empty where it is absent.</summary>
    public string Word(string name) =>
        string.Concat((Text(name) ?? "").Where(static letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();

    /// <summary>The number, or null; a value that is none is a problem.</summary>
    public decimal? Number(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (LooseJson.Number(value) is { } number)
            return number;
        Refuse(name, "number-invalid", $"{value.GetRawText()} is no number.");
        return null;
    }

    /// <summary>Twelve numbers, one per month; null where the field is absent, or after a problem was noted.</summary>
    public decimal[]? Monthly(string name)
    {
        if (Find(name) is not { } value)
            return null;
        var months = LooseJson.Elements(value)?.Select(LooseJson.Number).ToList();
        if (months?.Count == YearPlan.Months && months.TrueForAll(static month => month is not null))
            return [.. months.OfType<decimal>()];
        Refuse(name, "months-not-twelve", "It takes twelve numbers, one for each month from January.");
        return null;
    }

    /// <summary>Notes a problem with the field.</summary>
    public void Refuse(string name, string rule, string detail) => Findings.Refuse(PathOf(name), rule, detail);
}
