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
    /// A channel without values: its unit and direction, and whether it is power; null where the name says nothing and
    /// it is not the only channel.
    /// </summary>
    public ChannelDraft? Find(string name, bool isOnly)
    {
        if (meters.Naming(name) is { } named)
            return new ChannelDraft(name, named.Unit, named.Direction);
        if (Suffix(name) is { } suffix)
            return new ChannelDraft(name, suffix.Unit, suffix.Direction);
        var words = name.Split([' ', '_', '-', '.', '/', '(', ')', '[', ']', ':'],
            StringSplitOptions.RemoveEmptyEntries);
        words = [.. words.SelectMany(Parts)];
        var unit = words.Select(meters.Spelling).FirstOrDefault(static found => found is not null);
        var power = unit is null ? words.Select(EnergyOf).FirstOrDefault(static found => found is not null) : null;
        var direction = Word(words, ExportWords) ? Direction.Export
            : Word(words, ImportWords) ? Direction.Import
            : (Direction?)null;
        unit ??= power ?? (isOnly || direction is not null ? words.FirstOrDefault(IsOfOtherKind) : null);
        return unit is null && direction is null && !isOnly
            ? null
            : new ChannelDraft(name, unit ?? meters.Unit, direction ?? Direction.Import)
            {
                IsPower = power is not null,
            };
    }

    /// <summary>The energy per hour that a word is, as kWh of kW, where the tariff counts it; or null.</summary>
    public string? EnergyOf(string word) => meters.Spelling(word) is null ? meters.Spelling(word + "h") : null;

    // What the only channel counts, or one that says its direction, is in the unit of the tariff, unless it says that
    // it is of another kind. A letter may be anything.
    private bool IsOfOtherKind(string word) =>
        word.Length > 1 && UnitFacts.IsUnit(word) && UnitFacts.IsUnit(meters.Unit);

    /// <summary>Says that a channel could be anything.</summary>
    public static string Unknown(string name) =>
        $"\"{name}\" says neither unit nor direction, such as \"import kWh\", and the tariff does not name it.";

    /// <summary>A channel of power beside one of the same energy; null: there is none.</summary>
    public static ChannelDraft? Repeated(IReadOnlyCollection<ChannelDraft> channels) =>
        channels.FirstOrDefault(power => power.IsPower && channels.Any(other => !other.IsPower
            && other.Direction == power.Direction && UnitFacts.Between(other.Unit, power.Unit) is not null));

    /// <summary>Says that a channel of power would count energy twice.</summary>
    public static string SaysTwice(ChannelDraft power) =>
        $"\"{power.Name}\" is the power of energy that another channel counts: it would be billed twice.";

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
