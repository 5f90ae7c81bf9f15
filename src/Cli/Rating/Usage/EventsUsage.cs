using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Rating.Events;
using NodaTime;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Events that were reported: CSV, or a JSON object per line. Other fields are properties.</summary>
internal sealed class EventsUsage : IUsageReader
{
    private static readonly string[] Required = ["id", "time", "name"];
    private static readonly string[] Optional = ["quantity", "amount"];

    private static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public string Name => "events";

    public bool Recognises(UsageHead head) => head.HasColumns(Required)
        || (head.IsJson && Required.All(name => head.FirstLine.Contains($"\"{name}\"", StringComparison.Ordinal)));

    public Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        var events = text.Peek() == '{' ? Lines(text, context) : Rows(text, context);
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

    private static List<UsageEvent> Lines(TextReader text, UsageContext context)
    {
        var events = new List<UsageEvent>();
        var errors = new List<RatingError>();
        for (var line = 1; text.ReadLine() is { } json; line++)
        {
            if (json.Trim().Length == 0)
                continue;
            try
            {
                using var document = JsonDocument.Parse(
                    json, new JsonDocumentOptions { AllowDuplicateProperties = false });
                var place = new JsonPlace(document.RootElement, "", []);
                events.Add(EventOf(place, context.TimeZone));
                errors.AddRange(place.Errors.Select(error => error with { Line = line }));
            }
            catch (JsonException error)
            {
                errors.Add(JsonFaults.Of(error) with { Line = line });
            }
        }
        return errors.Count > 0 ? throw UnratableException.Usage(errors) : events;
    }

    private static UsageEvent EventOf(JsonPlace place, DateTimeZone zone)
    {
        var members = place.All().ToDictionary(
            static member => member.Name, static member => member.Node, StringComparer.Ordinal);
        var absent = Required.Where(name => !members.ContainsKey(name)).ToList();
        if (absent.Count > 0)
        {
            place.Fault("field-missing", $"There is no {string.Join(", ", absent)}.");
            return new UsageEvent("", default, "", null, null, None);
        }
        var properties = members.Where(static member => IsProperty(member.Key));
        return new UsageEvent(
            members["id"].Text(),
            TimeOf(members["time"], zone),
            members["name"].Text(),
            members.GetValueOrDefault("quantity")?.Number(),
            members.GetValueOrDefault("amount")?.Number(),
            None.AddRange(properties.Select(static member => KeyValuePair.Create(member.Key, member.Value.Text()))));
    }

    private static bool IsProperty(string name) => !Required.Contains(name) && !Optional.Contains(name);

    private static Instant TimeOf(JsonPlace place, DateTimeZone zone)
    {
        if (LocalTimes.Read(place.Text(), zone, out var rule, out var detail) is { } times)
            return times.Earlier;
        place.Fault(rule, detail);
        return default;
    }
}
