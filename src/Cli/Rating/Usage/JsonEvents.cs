using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Rating.Events;
using NodaTime;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Reads events as JSON: an object per line, one list of them, or one object with the list.</summary>
internal static class JsonEvents
{
    private const string Nested = "properties";
    private const string Listed = "events";

    private static readonly string[] Required = ["id", "time", "name"];
    private static readonly string[] Own = [.. Required, "quantity", "amount", Nested];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The events; an <see cref="UnratableException"/> names what is wrong, all of it at once.</summary>
    public static List<UsageEvent> Of(TextReader text, DateTimeZone zone)
    {
        var events = new List<UsageEvent>();
        var errors = new List<RatingError>();
        var json = text.ReadToEnd();
        if (json.StartsWith('['))
            ReadList(json, zone, events, errors);
        else if (!TryReadOne(json, zone, events, errors))
            ReadLines(json, zone, events, errors);
        return errors.Count > 0 ? throw UnratableException.Usage(errors) : events;
    }

    // One object over several lines, or around a list of events.
    private static bool TryReadOne(string json, DateTimeZone zone, List<UsageEvent> events, List<RatingError> errors)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var place = new JsonPlace(document.RootElement, "", errors);
            if (document.RootElement.TryGetProperty(Listed, out var list) && list.ValueKind == JsonValueKind.Array)
                events.AddRange(place.Members(Listed)[Listed].Items().Select(item => EventOf(item, zone)));
            else if (json.AsSpan().Trim().Contains('\n'))
                events.Add(EventOf(place, zone));
            else
                return false;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void ReadList(string json, DateTimeZone zone, List<UsageEvent> events, List<RatingError> errors)
    {
        using var document = JsonDocument.Parse(json, Strict);
        foreach (var place in new JsonPlace(document.RootElement, "", errors).Items())
            events.Add(EventOf(place, zone));
    }

    private static void ReadLines(string text, DateTimeZone zone, List<UsageEvent> events, List<RatingError> errors)
    {
        using var lines = new StringReader(text);
        for (var line = 1; lines.ReadLine() is { } json; line++)
        {
            if (json.Trim().Length == 0)
                continue;
            try
            {
                using var document = JsonDocument.Parse(json, Strict);
                var place = new JsonPlace(document.RootElement, "", []);
                events.Add(EventOf(place, zone));
                errors.AddRange(place.Errors.Select(error => error with { Line = line }));
            }
            catch (JsonException error)
            {
                errors.Add(JsonFaults.Of(error) with { Line = line });
            }
        }
    }

    // What is null or empty is absent: whoever writes events from a table has such members.
    private static UsageEvent EventOf(JsonPlace place, DateTimeZone zone)
    {
        var members = place.All().Where(static member => !member.Node.IsEmpty).ToDictionary(
            static member => member.Name, static member => member.Node, StringComparer.Ordinal);
        var absent = Required.Where(name => !members.ContainsKey(name)).ToList();
        if (absent.Count > 0)
        {
            place.Fault("field-missing", $"There is no {string.Join(", ", absent)}.");
            return new UsageEvent("", default, "", null, null, None);
        }
        return new UsageEvent(
            members["id"].Text(),
            TimeOf(members["time"], zone),
            members["name"].Text(),
            members.GetValueOrDefault("quantity")?.Number(),
            members.GetValueOrDefault("amount")?.Number(),
            PropertiesOf(members));
    }

    // Properties stand beside the other members, or in one of their own.
    private static ImmutableSortedDictionary<string, string> PropertiesOf(Dictionary<string, JsonPlace> members)
    {
        var properties = members.Where(static member => !Own.Contains(member.Key))
            .ToImmutableSortedDictionary(
                static member => member.Key, static member => member.Value.Text(), StringComparer.Ordinal);
        if (!members.TryGetValue(Nested, out var nested))
            return properties;
        if (!nested.IsObject)
            return properties.Add(Nested, nested.Text());
        foreach (var (name, node) in nested.All().Where(static member => !member.Node.IsEmpty))
        {
            if (properties.ContainsKey(name))
                node.Fault("member-repeated", $"\"{name}\" is given twice.");
            else
                properties = properties.Add(name, node.Text());
        }
        return properties;
    }

    private static Instant TimeOf(JsonPlace place, DateTimeZone zone)
    {
        if (LocalTimes.Read(place.Text(), zone, out var rule, out var detail) is { } times)
            return times.Earlier;
        place.Fault(rule, detail);
        return default;
    }
}
