using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Storage.Meters;

/// <summary>
/// Collects the rows of one usage query and keeps the newest version of each key. Corrections are rare, so all versions
/// are read as they lie and sorted out here instead of being sorted in the database.
/// </summary>
internal sealed class NewestUsage
{
    private readonly Dictionary<DayKey, DayRow> _days = [];
    private readonly Dictionary<ReadKey, RegisterRead> _reads = [];

    public void Add(DayRow row)
    {
        if (!_days.TryGetValue(row.Key, out var other) || other.Day.Version < row.Day.Version)
            _days[row.Key] = row;
    }

    public void Add(RegisterRead read)
    {
        var key = MeterBatch.KeyOf(read);
        if (!_reads.TryGetValue(key, out var other) || other.Version < read.Version)
            _reads[key] = read;
    }

    /// <summary>Days by day and channel, reads by day, register and meter.</summary>
    public MeteredData ToData(string servicePointId, long dataVersion) =>
        new(servicePointId, dataVersion, Days(), Reads());

    private ImmutableArray<IntervalDay> Days() =>
    [
        .. _days.Values.OrderBy(row => row.Day.Day).ThenBy(row => row.Day.Channel, StringComparer.Ordinal)
            .Select(row => row.ToDay()),
    ];

    private ImmutableArray<RegisterRead> Reads() =>
    [
        .. _reads.Values.OrderBy(read => read.On).ThenBy(read => read.Register, StringComparer.Ordinal)
            .ThenBy(read => read.MeterSerial, StringComparer.Ordinal),
    ];
}
