using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Reads the small words of a tariff document and notes what it cannot read.</summary>
internal sealed class TariffReading
{
    private const int MinutesPerDay = 1440;

    private static readonly Dictionary<string, DayKind> DayKinds = new(StringComparer.Ordinal)
    {
        ["weekday"] = DayKind.Weekday,
        ["weekend"] = DayKind.Weekend,
        ["holiday"] = DayKind.Holiday,
        ["monday"] = DayKind.Monday,
        ["tuesday"] = DayKind.Tuesday,
        ["wednesday"] = DayKind.Wednesday,
        ["thursday"] = DayKind.Thursday,
        ["friday"] = DayKind.Friday,
        ["saturday"] = DayKind.Saturday,
        ["sunday"] = DayKind.Sunday,
    };

    private readonly List<TariffProblem> _problems = [];

    public ImmutableArray<TariffProblem> Problems => [.. _problems];

    public void Add(string path, string rule, string detail) => _problems.Add(new TariffProblem(path, rule, detail));

    public void NotYetRated(string path, string what) =>
        Add(path, "kind-not-yet-rated", $"{what} can be written down, but is not rated yet.");

    public ChargePer Per(string text, string path) => Word(text, path, "day, month, year or bill", PerOf(text));

    /// <summary>What limits of tiers are for.</summary>
    public ChargePer PerOfTiers(string text, string path) => Word(
        text, path, "day, month, year, bill, life or window", text switch
        {
            "life" => ChargePer.Life,
            "window" => ChargePer.Window,
            _ => PerOf(text),
        });

    public Direction DirectionOf(string text, string path) => Word(text, path, "import or export", text switch
    {
        "import" => Direction.Import,
        "export" => Direction.Export,
        _ => (Direction?)null,
    });

    public TierMode Mode(string text, string path) => Word(text, path, "graduated or volume", text switch
    {
        "graduated" => TierMode.Graduated,
        "volume" => TierMode.Volume,
        _ => (TierMode?)null,
    });

    public TierLimit? Limit(string? text, string path) => OneOf(
        text, path, ("inclusive", TierLimit.Inclusive), ("exclusive", TierLimit.Exclusive));

    /// <summary>The value of one of some words; null where the member is absent, or after a problem.</summary>
    public T? OneOf<T>(string? text, string path, params ImmutableArray<(string Word, T Value)> words)
        where T : struct
    {
        if (text is null)
            return null;
        foreach (var (word, value) in words)
        {
            if (word == text)
                return value;
        }
        Add(path, "unknown-word", $"\"{text}\" is not {string.Join(", ", words.Select(static pair => pair.Word))}.");
        return null;
    }

    /// <summary>A time zone; null where the member is absent, or after a problem.</summary>
    public DateTimeZone? Zone(string? id, string path)
    {
        if (id is null)
            return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
            Add(path, "unknown-zone", $"\"{id}\" is no time zone such as \"Europe/Berlin\".");
        return zone;
    }

    public DayKind Days(ImmutableArray<string>? words, string path)
    {
        if (words is not { } listed)
            return DayKind.All;
        var days = DayKind.None;
        for (var i = 0; i < listed.Length; i++)
        {
            days |= Word(listed[i], $"{path}/{i}", "weekday, weekend, holiday or monday … sunday",
                DayKinds.TryGetValue(listed[i], out var kind) ? kind : (DayKind?)null);
        }
        return days;
    }

    public AnnualDate AnnualDay(string text, string path)
    {
        // 2000 is a leap year: 29 February may begin a season.
        if (Pair(text, '-') is { Left: >= 1 and <= 12, Right: >= 1 } pair
            && pair.Right <= DateTime.DaysInMonth(2000, pair.Left))
        {
            return new AnnualDate(pair.Left, pair.Right);
        }
        Add(path, "unknown-word", $"\"{text}\" is no day of the year such as \"06-01\".");
        return new AnnualDate(1, 1);
    }

    public int Minute(string? text, int absent, string path)
    {
        if (text is null)
            return absent;
        if (Pair(text, ':') is { Right: < 60 } pair && (pair.Left * 60) + pair.Right <= MinutesPerDay)
            return (pair.Left * 60) + pair.Right;
        Add(path, "unknown-word", $"\"{text}\" is no time of day such as \"07:00\".");
        return absent;
    }

    /// <summary>The value of a word, or a problem and the default.</summary>
    public T Word<T>(string text, string path, string expected, T? known)
        where T : struct
    {
        if (known is { } value)
            return value;
        Add(path, "unknown-word", $"\"{text}\" is not {expected}.");
        return default;
    }

    // Two digits, the separator, two digits.
    private static (int Left, int Right)? Pair(string text, char separator) =>
        text.Length == 5 && text[2] == separator && Number(text[..2]) is { } left && Number(text[3..]) is { } right
            ? (left, right)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ChargePer? PerOf(string text) => text switch
    {
        "day" => ChargePer.Day,
        "month" => ChargePer.Month,
        "year" => ChargePer.Year,
        "bill" => ChargePer.Bill,
        _ => null,
    };
}
