using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Mapping;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Makes usage of the reads of registers: their meters, and bill periods from read to read.</summary>
internal static class RegisterReads
{
    private const string Source = "usage";
    private const int MonthDaysMax = 45;

    /// <summary>The usage of the reads of one metering point.</summary>
    public static GivenUsage Of(List<MeterRead> given, RateTask task)
    {
        var reads = given.SelectMany(Both).ToList();
        var meters = given.GroupBy(static read => read.MeterSerial, StringComparer.Ordinal).Select(meter => MeterOf(
            meter.Key,
            [
                .. meter.GroupBy(static read => read.Register, StringComparer.Ordinal)
                    .Select(same => RegisterOf([.. same], task)),
            ],
            reads));
        var days = BoundariesOf(reads);
        if (days.Length < 2)
        {
            throw UnratableException.Usage(new RatingError("", given[0].Line, "usage-empty",
                "A register is billed from one read to another; all reads are of one day."));
        }
        return new GivenUsage
        {
            Metered = new ContractUsage(new ServicePoint("", "", InTurn([.. meters])), [], [.. reads]),
            Covered = new Period(days[0], days[^1]),
            Cycle = new BillingCalendar(1, 1, days),
            Remark = RemarkOf(days),
        };
    }

    private static string? RemarkOf(ImmutableArray<LocalDate> days) =>
        days.Zip(days.Skip(1)).Any(static pair => NodaTime.Period.DaysBetween(pair.First, pair.Second) > MonthDaysMax)
            ? "A bill from read to read has several months; a charge per month is due once in it, unless the setting"
                + " proration is calendar-month."
            : null;

    private static IEnumerable<RegisterRead> Both(MeterRead read)
    {
        if (read is { PreviousOn: { } on, PreviousValue: { } value })
        {
            var before = read with
            {
                On = on,
                Value = value,
                Quality = read.PreviousQuality ?? read.Quality,
                Kind = "scheduled",
            };
            yield return before.ToDomain(Source, read.MeterSerial);
        }
        yield return read.ToDomain(Source, read.MeterSerial);
    }

    private static Register RegisterOf(List<MeterRead> reads, RateTask task) => new(
        reads[0].Register,
        reads[0].Unit,
        MeterMapping.ToDirection(reads[0].Direction),
        task.Dials ?? reads.Max(DialsOf),
        task.Multiplier);

    // The least a register can have: a turnover is believed only where little was used.
    private static int DialsOf(MeterRead read)
    {
        var highest = Math.Max(read.Value, read.PreviousValue ?? 0) * new decimal(1, 0, 0, false, (byte)read.Scale);
        return decimal.Truncate(highest).ToString(CultureInfo.InvariantCulture).Length;
    }

    private static Meter MeterOf(string serial, ImmutableArray<Register> registers, List<RegisterRead> reads)
    {
        var days = reads.FindAll(read => read.MeterSerial == serial).ConvertAll(static read => read.On);
        return new Meter(serial, days.Min(), days.Max(), registers, []);
    }

    // The first meter was there before its first read, the last one is there still.
    private static ImmutableArray<Meter> InTurn(List<Meter> meters)
    {
        meters.Sort(static (left, right) => left.InstalledOn.CompareTo(right.InstalledOn));
        return [.. meters.Select((meter, index) => meter with
        {
            InstalledOn = index == 0 ? LocalDate.MinIsoValue : meter.InstalledOn,
            RemovedOn = index == meters.Count - 1 ? null : meter.RemovedOn,
        })];
    }

    // Days on which all registers were read that were read before and after; a change of the meter ends no bill.
    private static ImmutableArray<LocalDate> BoundariesOf(List<RegisterRead> reads)
    {
        var spans = reads.GroupBy(static read => (read.MeterSerial, read.Register)).Select(static same =>
            (First: same.Min(static read => read.On), Last: same.Max(static read => read.On),
                Days: same.Select(static read => read.On).ToHashSet())).ToList();
        var (first, last) = (spans.Min(static span => span.First), spans.Max(static span => span.Last));
        return
        [
            .. reads.Select(static read => read.On).Distinct().Order().Where(day => day == first || day == last
                || spans.Where(span => span.First <= day && day <= span.Last).All(span =>
                    span.Days.Contains(day) && span.First < day && day < span.Last)),
        ];
    }
}
