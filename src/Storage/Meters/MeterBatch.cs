using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Imports;

namespace BillingActors.Storage.Meters;

/// <summary>The meter data of a worked batch as rows, and in the orders in which a store wants them.</summary>
internal sealed class MeterBatch
{
    private readonly SortedDictionary<string, long> _firstMoves = new(StringComparer.Ordinal);

    public MeterBatch(WorkedBatch worked)
    {
        Worked = worked;
        Days = [.. worked.Days.Select(DayRow.Of)];
        ReadKeys = [.. worked.Reads.SelectMany(record => record.Reads).Select(KeyOf).Distinct()];
        FirstDays =
        [
            .. Days.DistinctBy(row => row.Key)
                .OrderBy(row => row.Day.ServicePointId, StringComparer.Ordinal)
                .ThenBy(row => row.Day.Day)
                .ThenBy(row => row.Day.Channel, StringComparer.Ordinal),
        ];
        foreach (var key in ReadKeys)
            _firstMoves[key.ServicePointId] = 0;
        foreach (var row in FirstDays)
            _firstMoves[row.Day.ServicePointId] = _firstMoves.GetValueOrDefault(row.Day.ServicePointId) + 1;
        ServicePoints = [.. _firstMoves.Keys];
    }

    /// <summary>The batch.</summary>
    public WorkedBatch Worked { get; }

    /// <summary>Its days in their order, each a first version.</summary>
    public ImmutableArray<DayRow> Days { get; }

    /// <summary>The first record of every day, in order of their keys.</summary>
    public ImmutableArray<DayRow> FirstDays { get; }

    /// <summary>Its service points in the order in which their heads are locked.</summary>
    public ImmutableArray<string> ServicePoints { get; }

    /// <summary>How far each service point moves if all first records are new.</summary>
    public IEnumerable<long> FirstMoves => _firstMoves.Values;

    /// <summary>What its reads are told apart by.</summary>
    public ImmutableArray<ReadKey> ReadKeys { get; }

    /// <summary>The days that are not among others.</summary>
    public ImmutableArray<DayKey> DayKeysBut(IReadOnlySet<DayKey> others) =>
        [.. FirstDays.Select(row => row.Key).Where(key => !others.Contains(key))];

    /// <summary>What is left of moves when the first moves were made.</summary>
    public SortedDictionary<string, long> MovesBut(IReadOnlyDictionary<string, long> moves)
    {
        var left = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (servicePointId, made) in _firstMoves)
        {
            if (moves.GetValueOrDefault(servicePointId) is var wanted && wanted != made)
                left[servicePointId] = wanted - made;
        }
        return left;
    }

    public static ReadKey KeyOf(RegisterRead read) =>
        new(read.ServicePointId, read.On, read.Register, read.MeterSerial);
}
