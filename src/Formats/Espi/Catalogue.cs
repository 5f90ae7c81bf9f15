using BillingActors.Formats.Text;

namespace BillingActors.Formats.Espi;

/// <summary>The resources of a feed that give readings their meaning, found by their links.</summary>
internal sealed class Catalogue
{
    private const int ResourcesMax = 100_000;
    private const string UuidPrefix = "urn:uuid:";
    private readonly Dictionary<string, string> _usagePoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _meterReadings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadingType> _readingTypes = new(StringComparer.Ordinal);

    public void AddUsagePoint(Entry entry)
    {
        if (entry is { Self: not null, Id: not null })
            Add(_usagePoints, entry.Self, Uuid(entry.Id));
    }

    public void AddMeterReading(Entry entry)
    {
        if (entry.Self is not null)
            Add(_meterReadings, entry.Self, entry);
    }

    public void AddReadingType(Entry entry, ReadingType type) => Add(_readingTypes, entry.Self ?? "", type);

    /// <summary>The reading type of a meter reading, if the feed has told it so far.</summary>
    public ReadingType? ReadingType(string meterReading)
    {
        if (!_meterReadings.TryGetValue(meterReading, out var entry))
            return null;
        foreach (var link in entry.Related)
            if (_readingTypes.TryGetValue(link, out var type))
                return type;
        return null;
    }

    /// <summary>The only reading type of the feed: what a fragment without links must mean.</summary>
    public ReadingType? OnlyReadingType => _readingTypes.Count == 1 ? _readingTypes.Values.First() : null;

    /// <summary>The id of the usage point entry a meter reading belongs to, if the feed has told it so far.</summary>
    public string? UsagePoint(string meterReading)
    {
        var end = meterReading.LastIndexOf("/MeterReading", StringComparison.Ordinal);
        return end >= 0 && _usagePoints.TryGetValue(meterReading[..end], out var id) ? id : null;
    }

    /// <summary>Customer and usage point as the link names them, for a feed without the usage point itself.</summary>
    public static string? UsagePointInLink(string meterReading)
    {
        var steps = meterReading.Split('/');
        var at = Array.LastIndexOf(steps, "UsagePoint");
        if (at < 0 || at + 1 >= steps.Length)
            return null;
        return at > 0 ? $"{steps[at - 1]}-{steps[at + 1]}" : steps[at + 1];
    }

    private static string Uuid(string id) =>
        id.StartsWith(UuidPrefix, StringComparison.OrdinalIgnoreCase) ? id[UuidPrefix.Length..].ToLowerInvariant() : id;

    private static void Add<T>(Dictionary<string, T> resources, string link, T resource)
    {
        if (resources.Count == ResourcesMax)
            throw Refusal.Of(0, "feed", "feed-too-large", $"has more than {ResourcesMax} resources of one kind");
        resources[link] = resource;
    }
}
