using System.Buffers;
using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Storage.Imports;

/// <summary>
/// Interval days of a batch as compact bytes. A text that comes again is a number: the days of a file share their
/// units, channels and qualities.
/// </summary>
internal static class DayBatch
{
    /// <summary>Whether all records are interval days and nothing else.</summary>
    public static bool Fits(ImmutableArray<ImportItem> items) =>
        items.All(item => item.Day is { } day && item == new ImportItem(Day: day));

    /// <summary>The records after a byte that says what follows.</summary>
    public static byte[] Write(byte mark, ImmutableArray<ImportItem> items)
    {
        var bytes = new ArrayBufferWriter<byte>(256 + (items.Length * 160));
        bytes.Write([mark]);
        bytes.WriteNumber(items.Length);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var line = 0;
        foreach (var item in items)
        {
            Write(bytes, item.Day!, words);
            bytes.WriteNumber(item.Day!.Line - line);
            line = item.Day.Line;
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The records again.</summary>
    public static ImmutableArray<ImportItem> Read(ReadOnlySpan<byte> bytes)
    {
        var items = ImmutableArray.CreateBuilder<ImportItem>((int)CompactBytes.ReadNumber(ref bytes));
        var words = new List<string>();
        var line = 0;
        while (items.Count < items.Capacity)
            items.Add(new ImportItem(Day: Read(ref bytes, words, ref line)));
        return items.MoveToImmutable();
    }

    private static void Write(ArrayBufferWriter<byte> bytes, ChannelDay day, Dictionary<string, int> words)
    {
        bytes.WriteText(day.ServicePointId);
        Word(bytes, day.Channel, words);
        bytes.WriteNumber(day.MeterSerial is null ? 0 : 1);
        if (day.MeterSerial is { } serial)
            bytes.WriteText(serial);
        Word(bytes, day.Unit, words);
        Word(bytes, day.Direction, words);
        bytes.WriteNumber(day.Day.DayNumber);
        bytes.WriteNumber(day.IntervalMinutes);
        bytes.WriteNumber(day.OffsetMinutes);
        bytes.WriteNumber(day.Scale);
        bytes.WriteNumber(day.Values.Length);
        foreach (var value in day.Values)
            bytes.WriteNumber(value);
        bytes.WriteNumber(day.Quality.Length);
        foreach (var run in day.Quality)
        {
            bytes.WriteNumber(run.First);
            bytes.WriteNumber(run.Last);
            Word(bytes, run.Quality, words);
            Word(bytes, run.Method, words);
            Word(bytes, run.Reason, words);
        }
        bytes.WriteNumber(day.UpdatedAt is null ? 0 : 1);
        if (day.UpdatedAt is not { } at)
            return;
        bytes.WriteNumber(at.Ticks);
        bytes.WriteNumber((long)at.Offset.TotalMinutes);
    }

    private static ChannelDay Read(ref ReadOnlySpan<byte> bytes, List<string> words, ref int line) => new(
        CompactBytes.ReadText(ref bytes),
        Word(ref bytes, words)!,
        CompactBytes.ReadNumber(ref bytes) == 0 ? null : CompactBytes.ReadText(ref bytes),
        Word(ref bytes, words)!,
        Word(ref bytes, words)!,
        DateOnly.FromDayNumber((int)CompactBytes.ReadNumber(ref bytes)),
        (int)CompactBytes.ReadNumber(ref bytes),
        (int)CompactBytes.ReadNumber(ref bytes),
        (int)CompactBytes.ReadNumber(ref bytes),
        ReadValues(ref bytes),
        ReadRuns(ref bytes, words),
        CompactBytes.ReadNumber(ref bytes) == 0 ? null : ReadTime(ref bytes),
        line += (int)CompactBytes.ReadNumber(ref bytes));

    private static ImmutableArray<long> ReadValues(ref ReadOnlySpan<byte> bytes)
    {
        var values = ImmutableArray.CreateBuilder<long>((int)CompactBytes.ReadNumber(ref bytes));
        while (values.Count < values.Capacity)
            values.Add(CompactBytes.ReadNumber(ref bytes));
        return values.MoveToImmutable();
    }

    private static ImmutableArray<QualityRun> ReadRuns(ref ReadOnlySpan<byte> bytes, List<string> words)
    {
        var runs = ImmutableArray.CreateBuilder<QualityRun>((int)CompactBytes.ReadNumber(ref bytes));
        while (runs.Count < runs.Capacity)
        {
            runs.Add(new QualityRun(
                (int)CompactBytes.ReadNumber(ref bytes),
                (int)CompactBytes.ReadNumber(ref bytes),
                Word(ref bytes, words)!,
                Word(ref bytes, words),
                Word(ref bytes, words)));
        }
        return runs.MoveToImmutable();
    }

    private static DateTimeOffset ReadTime(ref ReadOnlySpan<byte> bytes) => new(
        CompactBytes.ReadNumber(ref bytes), TimeSpan.FromMinutes(CompactBytes.ReadNumber(ref bytes)));

    /// <summary>0 is no text, 1 a new one that follows, and everything above one that was there before.</summary>
    private static void Word(ArrayBufferWriter<byte> bytes, string? word, Dictionary<string, int> words)
    {
        if (word is null)
        {
            bytes.WriteNumber(0);
        }
        else if (words.TryGetValue(word, out var place))
        {
            bytes.WriteNumber(place + 2);
        }
        else
        {
            words[word] = words.Count;
            bytes.WriteNumber(1);
            bytes.WriteText(word);
        }
    }

    private static string? Word(ref ReadOnlySpan<byte> bytes, List<string> words)
    {
        var place = (int)CompactBytes.ReadNumber(ref bytes) - 2;
        if (place >= 0)
            return words[place];
        if (place == -2)
            return null;
        words.Add(CompactBytes.ReadText(ref bytes));
        return words[^1];
    }
}
