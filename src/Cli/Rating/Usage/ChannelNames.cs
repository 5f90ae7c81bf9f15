using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating.Offline;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>
/// Finds what a channel counts from its name: the tariff names it, a word of it is a unit or a direction, or it is a
/// suffix of a meter data file such as E1.
/// </summary>
internal sealed class ChannelNames(TariffMeters meters)
{
    private const string Energy = "kWh";
    private const string Reactive = "kVArh";
    private static readonly string[] ImportWords =
        ["import", "imported", "delivered", "use", "usage", "load", "consumption", "energy", "demand"];

    private static readonly string[] ExportWords = ["export", "exported", "received", "feedin"];

    /// <summary>
    /// Unit and direction of a channel; null where the name says nothing and it is not the only channel.
    /// </summary>
    public (string Unit, Direction Direction)? Find(string name, bool isOnly)
    {
        if (meters.Naming(name) is { } named)
            return (named.Unit, named.Direction);
        if (Suffix(name) is { } suffix)
            return suffix;
        var words = name.Split([' ', '_', '-', '.', '/', '(', ')', '[', ']', ':'],
            StringSplitOptions.RemoveEmptyEntries);
        words = [.. words.SelectMany(Parts)];
        var unit = words.Select(meters.Spelling).FirstOrDefault(static found => found is not null);
        var direction = Word(words, ExportWords) ? Direction.Export
            : Word(words, ImportWords) ? Direction.Import
            : (Direction?)null;
        return unit is null && direction is null && !isOnly
            ? null
            : (unit ?? meters.Unit, direction ?? Direction.Import);
    }

    /// <summary>Says that a channel could be anything.</summary>
    public static string Unknown(string name) =>
        $"\"{name}\" says neither unit nor direction, such as \"import kWh\", and the tariff does not name it.";

    // A direction and a unit may be written as one word: importKWh. Longer directions first: others are a part.
    private IEnumerable<string> Parts(string word)
    {
        var direction = ExportWords.Concat(ImportWords).OrderByDescending(static known => known.Length)
            .FirstOrDefault(known => word.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        return direction is not null && word.Length > direction.Length
            && meters.Spelling(word[direction.Length..]) is { } unit
                ? [direction, unit]
                : [word];
    }

    private static bool Word(string[] words, string[] known) =>
        words.Any(word => known.Contains(word, StringComparer.OrdinalIgnoreCase));

    // As markets name the streams of a meter: a letter for what it is, then the number of the meter.
    private static (string Unit, Direction Direction)? Suffix(string name) =>
        name.Length != 2 || !char.IsAsciiDigit(name[1])
            ? null
            : name[0] switch
            {
                'D' or 'E' or 'F' => (Energy, Direction.Import),
                'A' or 'B' or 'C' => (Energy, Direction.Export),
                'P' or 'Q' or 'R' => (Reactive, Direction.Import),
                'J' or 'K' or 'L' => (Reactive, Direction.Export),
                _ => null,
            };
}
