using System.Collections.Immutable;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Rating.Events;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Events that were reported: CSV, or JSON objects. Other fields are properties.</summary>
internal sealed class EventsUsage : IUsageReader
{
    private static readonly string[] Required = ["id", "time", "name"];
    private static readonly string[] Optional = ["quantity", "amount"];

    // An id that is absent is named when the file is read.
    private static readonly string[] Marks = ["time", "name"];

    private static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public string Name => "events";

    public bool Recognises(UsageHead head) => head.HasColumns(Marks)
        || (head.IsJson && Marks.All(name => head.Text.Contains($"\"{name}\"", StringComparison.Ordinal)));

    public Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        while (text.Peek() is var letter and >= 0 && char.IsWhiteSpace((char)letter))
            _ = text.Read();
        var events = text.Peek() is '{' or '[' ? JsonEvents.Of(text, context.TimeZone) : Rows(text, context);
        if (events.Count == 0)
            return Task.FromResult(new GivenUsage());
        var (first, last) = (events.Min(static one => one.At), events.Max(static one => one.At));
        return Task.FromResult(new GivenUsage
        {
            Events = [.. events],
            Seen = (first.InZone(context.DayZone).Date, last.InZone(context.DayZone).Date),
        });
    }

    private static List<UsageEvent> Rows(TextReader text, UsageContext context)
    {
        var events = new List<UsageEvent>();
        CsvRecords.ForEach(text, (Required, Optional), others: true, row => events.Add(new UsageEvent(
            row.Required("id"),
            row.At("time", context.TimeZone),
            row.Required("name"),
            row.OptionalNumber("quantity"),
            row.OptionalNumber("amount"),
            None.AddRange(row.Columns
                .Where(column => IsProperty(column) && row[column].Length > 0)
                .Select(column => KeyValuePair.Create(column, row[column]))))));
        return events;
    }

    private static bool IsProperty(string name) =>
        !Required.Concat(Optional).Contains(name, StringComparer.OrdinalIgnoreCase);
}
