using System.Collections.Immutable;
using System.Globalization;

namespace BillingActors.Formats.EffectiveDated;

/// <summary>
/// The part of TOML that rate files use: tables with dotted names, and keys with a text, a number, a truth or a list on
/// one line. Numbers stay as they are written, so that prices are exact.
/// </summary>
internal sealed class TomlTables
{
    private readonly Dictionary<string, Dictionary<string, string>> _tables = new(StringComparer.Ordinal);

    /// <summary>Reads the text.</summary>
    /// <exception cref="FormatException">A line is none of these; the message names it.</exception>
    public static TomlTables Read(string text)
    {
        var read = new TomlTables();
        var table = read.Open("");
        var number = 0;
        foreach (var line in text.Split('\n').Select(static line => Uncommented(line).Trim()))
        {
            number++;
            if (line.Length == 0)
                continue;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.StartsWith('[') && line.EndsWith(']') && equals < 0)
                table = read.Open(line[1..^1].Trim());
            else if (equals <= 0 || !IsWhole(line[(equals + 1)..].Trim())
                || !table.TryAdd(line[..equals].Trim(), line[(equals + 1)..].Trim()))
                throw new FormatException(
                    $"Line {number} is no key with a value on one line, or its key is there twice.");
        }
        return read;
    }

    /// <summary>The keys and values of a table in the order of the file; none where it is absent.</summary>
    public IEnumerable<KeyValuePair<string, string>> Table(string name) => _tables.GetValueOrDefault(name) ?? [];

    /// <summary>The names of the tables under a name: "energy" has "energy.summer.peak".</summary>
    public ImmutableArray<string> Under(string name) =>
        [.. _tables.Keys.Where(table => table.StartsWith($"{name}.", StringComparison.Ordinal))];

    /// <summary>The value as it is written, a text without its quotes; null where it is absent.</summary>
    public string? Value(string table, string key) =>
        _tables.GetValueOrDefault(table)?.GetValueOrDefault(key)?.Trim('"');

    /// <summary>A number as it is written, or null.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Dictionary<string, string> Open(string name)
    {
        if (!_tables.TryGetValue(name, out var table))
            _tables[name] = table = new Dictionary<string, string>(StringComparer.Ordinal);
        return table;
    }

    // A hash inside quotes is text.
    private static string Uncommented(string line)
    {
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == '#' && !isQuoted)
                return line[..i];
        }
        return line;
    }

    private static bool IsWhole(string value) => value.Length > 0
        && value.Count(static letter => letter == '"') % 2 == 0
        && value.Count(static letter => letter == '[') == value.Count(static letter => letter == ']');
}
