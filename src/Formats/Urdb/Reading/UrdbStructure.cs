using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Urdb.Reading;

/// <summary>The tiers of each period of a charge.</summary>
internal sealed class UrdbStructure
{
    private readonly SortedDictionary<int, ImmutableArray<UrdbTier>> _periods = [];
    private readonly UrdbFields _fields;
    private readonly string _name;

    private UrdbStructure(UrdbFields fields, string name) => (_fields, _name) = (fields, name);

    /// <summary>Numbers of its periods.</summary>
    public IEnumerable<int> Periods => _periods.Keys;

    /// <summary>All tiers of all periods.</summary>
    public IEnumerable<UrdbTier> Tiers => _periods.Values.SelectMany(static tiers => tiers);

    /// <summary>The tiers of a period.</summary>
    public ImmutableArray<UrdbTier> this[int period] => _periods[period];

    /// <summary>The structure, or null where the rate has none or its period list is empty.</summary>
    public static UrdbStructure? Read(UrdbFields fields, string name)
    {
        var structure = new UrdbStructure(fields, name);
        if (fields.Find(name) is { } value)
            structure.AddPeriods(value);
        else
            structure.AddColumns();
        return structure._periods.Count == 0 ? null : structure;
    }

    /// <summary>Where a period stands in the file.</summary>
    public string PathOf(int period) => $"{_fields.PathOf(_name)}/{period}";

    private void AddPeriods(JsonElement value)
    {
        if (LooseJson.Elements(value) is not { } periods)
        {
            _fields.Refuse(_name, "structure-invalid", "A rate structure is a list of periods.");
            return;
        }
        for (var period = 0; period < periods.Count; period++)
        {
            if (TiersIn(periods[period]) is not { } tiers)
            {
                Refuse($"{period}", "structure-invalid", "A period is a list of tiers.");
                continue;
            }
            var read = tiers.Select((tier, index) => TierOf(tier, $"{period}/{index}")).OfType<UrdbTier>();
            if (tiers.Count > 0)
                _periods[period] = [.. read];
        }
    }

    // [{…}] from the service; {"energyRateTiers": [{…}]} from the bulk export; {…} for a single tier.
    private static IReadOnlyList<JsonElement>? TiersIn(JsonElement period)
    {
        if (period.ValueKind != JsonValueKind.Object)
            return LooseJson.Elements(period);
        foreach (var member in period.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
                return LooseJson.Elements(member.Value);
        }
        return period.EnumerateObject().Any() ? [period] : [];
    }

    private UrdbTier? TierOf(JsonElement tier, string path)
    {
        if (tier.ValueKind != JsonValueKind.Object)
        {
            Refuse(path, "structure-invalid", "A tier is an object with a rate.");
            return null;
        }
        var members = tier.EnumerateObject().Where(static member => !LooseJson.IsAbsent(member.Value))
            .DistinctBy(static member => UrdbNames.Of(member.Name), StringComparer.Ordinal)
            .ToDictionary(
                static member => UrdbNames.Of(member.Name), static member => member.Value, StringComparer.Ordinal);
        return TierOf(members, path);
    }

    private UrdbTier TierOf(Dictionary<string, JsonElement> members, string path)
    {
        return new UrdbTier(
            Limit(), Number("rate") ?? 0m, Number("adj") ?? 0m, Number("sell"), UnitOf(members));

        decimal? Limit() =>
            members.TryGetValue("max", out var max) && LooseJson.IsBeyondCount(max) ? null : Number("max");

        decimal? Number(string name)
        {
            if (!members.TryGetValue(name, out var value))
                return null;
            var number = LooseJson.Number(value);
            if (number is null)
                Refuse($"{path}/{name}", "number-invalid", $"{value.GetRawText()} is no number.");
            return number;
        }
    }

    private static string UnitOf(Dictionary<string, JsonElement> members)
    {
        var text = members.TryGetValue("unit", out var unit) ? LooseJson.Text(unit) ?? "" : "";
        return string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter) && letter != '_'))
            .ToLowerInvariant();
    }

    // "energyratestructure/period0/tier0rate", a column of the bulk table.
    private void AddColumns()
    {
        var cells = new SortedDictionary<(int Period, int Tier), Dictionary<string, JsonElement>>();
        foreach (var name in _fields.Names)
        {
            if (ColumnOf(name) is not var (period, tier, member))
                continue;
            if (!cells.TryGetValue((period, tier), out var members))
                cells[(period, tier)] = members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            members[member] = _fields.Find(name)!.Value;
        }
        foreach (var period in cells.GroupBy(static cell => cell.Key.Period))
        {
            _periods[period.Key] =
                [.. period.Select(cell => TierOf(cell.Value, $"period{cell.Key.Period}/tier{cell.Key.Tier}"))];
        }
    }

    private (int Period, int Tier, string Member)? ColumnOf(string name)
    {
        var parts = name.Split('/');
        if (parts.Length != 3 || parts[0] != _name || Numbered(parts[1], "period") is not { Ending: "" } period)
            return null;
        return Numbered(parts[2], "tier") is { } tier ? (period.Number, tier.Number, tier.Ending) : null;
    }

    private static (int Number, string Ending)? Numbered(string text, string word)
    {
        if (!text.StartsWith(word, StringComparison.Ordinal))
            return null;
        var digits = text[word.Length..].TakeWhile(char.IsAsciiDigit).Count();
        return int.TryParse(
            text.AsSpan(word.Length, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, text[(word.Length + digits)..])
            : null;
    }

    private void Refuse(string path, string rule, string detail) =>
        _fields.Findings.Refuse($"{_fields.PathOf(_name)}/{path}", rule, detail);
}
