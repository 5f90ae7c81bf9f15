using System.Collections.Immutable;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Formats.Nem;

/// <summary>The values of a 300 record; one may be blank or null where its quality is missing.</summary>
internal sealed class DayNumbers
{
    private const int TrailingFields = 4;
    private readonly FixedPoint[] _numbers;
    private readonly List<int> _blanks = [];

    private DayNumbers(MeterDataRecord record, int intervals)
    {
        CheckCount(record, intervals);
        _numbers = new FixedPoint[intervals];
        for (var index = 0; index < intervals; index++)
        {
            var text = record[index + 2];
            if (text.IsEmpty)
                _blanks.Add(index + 1);
            else if (!FixedPoint.TryParse(text, out _numbers[index]))
                throw record.Refused(
                    Name(index + 1), "number-invalid", "is no decimal number of at most 18 digits and 9 decimals");
            else if (_numbers[index].IsNegative)
                throw record.Refused(Name(index + 1), "value-negative", "is negative");
        }
    }

    public static DayNumbers Read(MeterDataRecord record, int intervals) => new(record, intervals);

    /// <summary>The values in one scale; those of missing quality become 0.</summary>
    public (int Scale, ImmutableArray<long> Values) Align(IEnumerable<QualityRun> runs, int line)
    {
        var blanks = _blanks.Count;
        foreach (var run in runs.Where(run => run.Quality == Qualities.Missing))
        {
            blanks -= _blanks.Count(blank => blank >= run.First && blank <= run.Last);
            Array.Clear(_numbers, run.First - 1, run.Last - run.First + 1);
        }
        if (blanks > 0)
            throw Refusal.Of(line, Name(_blanks[0]), "value-missing", "is blank, but its quality is not N");
        return DayValues.TryAlign(_numbers, out var scale, out var values)
            ? (scale, values)
            : throw Refusal.Of(line, "IntervalValue", "value-too-large", "the day's values do not fit one scale");
    }

    /// <summary>The quality stands right after the values: where it stands tells how many values there are.</summary>
    private static void CheckCount(MeterDataRecord record, int intervals)
    {
        var quality = 2;
        while (quality < record.Count && !QualityMethod.TryParse(record[quality], out _))
            quality++;
        var found = quality - 2;
        if (found != intervals && (quality < record.Count || found < intervals))
            throw record.Refused("IntervalValue", "interval-count", $"{found} values, expected {intervals}");
        var most = intervals + 3 + TrailingFields;
        if (record.Count > most && quality < record.Count)
            throw record.Refused("record", "field-count", $"300 has {record.Count} fields, expected at most {most}");
    }

    private static string Name(int interval) => $"IntervalValue{interval}";
}
