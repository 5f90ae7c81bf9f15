using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Metering;
using NodaTime;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>
/// A value per row: when its interval begins, of which channel, how much; or a row for each interval with a column for
/// each channel.
/// </summary>
internal sealed class RowsUsage : IUsageReader
{
    private const string Start = "start";
    private const string Named = "channel";
    private static readonly string[] Required = [Start, Named, "value"];
    private static readonly string[] Optional = ["unit", "direction"];

    public string Name => "rows";

    public bool Recognises(UsageHead head) => head.HasColumns(Start);

    public async Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        var head = await UsageHead.Of(file, cancellation);
        using var text = new StreamReader(file, leaveOpen: true);
        var rows = new List<Row>();
        if (!head.HasColumns(Start) || head.HasColumns(Named))
            CsvRecords.ForEach(text, (Required, Optional), others: false, row => rows.Add(RowOf(row, context)));
        else
            CsvRecords.ForEach(text, ([Start], []), others: true, row => rows.AddRange(CellsOf(row, context)));
        var channels = rows.GroupBy(static row => row.Channel, StringComparer.Ordinal).ToList();
        var names = new ChannelNames(context.Meters);
        var drafts = channels.Select(channel => DraftOf([.. channel], names, channels.Count == 1)).ToList();
        if (ChannelNames.Repeated(drafts) is { } repeated)
            throw UnratableException.Usage(new RatingError("channel", repeated.Values[0].Line, "channel-repeated",
                ChannelNames.SaysTwice(repeated)));
        return MeteredDays.Of(drafts.Select(draft => (draft, MinutesOf(draft, context.Task))).ToList(), context);
    }

    // Channels side by side: each column but that of the start is one.
    private static List<Row> CellsOf(CsvRecords row, UsageContext context)
    {
        var times = TimesOf(row, context);
        return [.. row.Columns.Where(static name => !string.Equals(name, Start, StringComparison.OrdinalIgnoreCase))
            .Select(name => new Row(times, name, row.OptionalNumber(name), row.Line, null, null))];
    }

    private static LocalTimes TimesOf(CsvRecords row, UsageContext context)
    {
        if (LocalTimes.Read(row[Start], context.TimeZone, out var rule, out var detail) is { } read)
            return read;
        row.Fault(Start, rule, detail);
        return default;
    }

    private static Row RowOf(CsvRecords row, UsageContext context)
    {
        var times = TimesOf(row, context);
        Direction? direction = row["direction"].Length == 0
            ? null
            : row.Word("direction", ("import", Direction.Import), ("export", Direction.Export));
        var unit = row["unit"].Length == 0 ? null : context.Meters.Spelling(row["unit"]) ?? row["unit"];
        return new Row(times, row.Required("channel"), row.OptionalNumber("value"), row.Line, unit, direction);
    }

    private static ChannelDraft DraftOf(List<Row> rows, ChannelNames names, bool isOnly)
    {
        var name = rows[0].Channel;
        var (unit, direction) = (rows[0].Unit, rows[0].Direction);
        if (rows.Find(row => row.Unit != unit || row.Direction != direction) is { } other)
            throw UnratableException.Usage(new RatingError("unit", other.Line, "channel-changed",
                $"Channel {name} has one unit and one direction in all rows."));
        var found = names.Find(name, isOnly || unit is not null || direction is not null)
            ?? throw UnratableException.Usage(new RatingError("channel", rows[0].Line, "channel-unknown",
                ChannelNames.Unknown(name)));
        var energy = unit is null ? null : names.EnergyOf(unit);
        var draft = new ChannelDraft(name, energy ?? unit ?? found.Unit, direction ?? found.Direction)
        {
            IsPower = unit is null ? found.IsPower : energy is not null,
        };
        var seen = new HashSet<Instant>();
        foreach (var row in rows)
        {
            // Where clocks are put back a local time comes twice: the second row that has it is the later one.
            var start = seen.Add(row.Times.Earlier) ? row.Times.Earlier : row.Times.Later;
            draft.Values.Add((start, row.Value, row.Line));
        }
        return draft;
    }

    // The shortest distance of two starts, as some intervals may be absent.
    private static int MinutesOf(ChannelDraft draft, RateTask task)
    {
        if (task.IntervalMinutes is { } given)
            return given;
        var shortest = Duration.MaxValue;
        var starts = draft.Values.Select(static value => value.Start).Distinct().Order().ToList();
        for (var i = 1; i < starts.Count; i++)
            shortest = Duration.Min(shortest, starts[i] - starts[i - 1]);
        return starts.Count > 1 && shortest.TotalMinutes < int.MaxValue
            ? (int)shortest.TotalMinutes
            : throw new UsageException($"Channel {draft.Name} has one row only: give --interval.");
    }

    private sealed record Row(
        LocalTimes Times, string Channel, decimal? Value, int Line, string? Unit, Direction? Direction);
}
