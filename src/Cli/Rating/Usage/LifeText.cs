using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingActors.Cli.Rating.Text;
using NodaTime;
using NodaTime.Text;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>
/// The life of a subscription as it is stored, of one as people write it: quantities may be numbers, times may be
/// instants, and the command may say until when it is billed.
/// </summary>
internal static class LifeText
{
    private const string Until = "until";
    private const string Quantity = "quantity";
    private static readonly string[] Times = ["start", Until];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The text, unchanged where nothing had to be brought into form.</summary>
    public static byte[] Of(byte[] json, UsageContext context)
    {
        var text = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (JsonNode.Parse(text, documentOptions: Strict) is not JsonObject life)
            return text;
        var isChanged = Bring(life, Times, context.DayZone) | BringAll(life["quantities"] as JsonObject);
        foreach (var action in (life["actions"] as JsonArray ?? []).OfType<JsonObject>())
            isChanged |= Bring(action, ["on"], context.DayZone);
        if (life[Until] is null)
        {
            life[Until] = EndOf(context.Task);
            isChanged = true;
        }
        return isChanged ? Encoding.UTF8.GetBytes(life.ToJsonString()) : text;
    }

    private static string EndOf(RateTask task) => task.To is { } day
        ? LocalDatePattern.Iso.Format(day)
        : throw UnratableException.Usage(new RatingError(Until, 0, "field-missing",
            "There is no until, and no --to says up to which day it is billed."));

    private static bool Bring(JsonObject place, string[] times, DateTimeZone zone)
    {
        var isChanged = BringNumber(place, Quantity);
        foreach (var name in times)
        {
            if (place[name] is JsonValue value && value.TryGetValue<string>(out var text)
                && LocalTimes.ReadInstant(text) is { } at)
            {
                place[name] = LocalDateTimePattern.ExtendedIso.Format(at.InZone(zone).LocalDateTime);
                isChanged = true;
            }
        }
        return isChanged;
    }

    private static bool BringAll(JsonObject? quantities)
    {
        var isChanged = false;
        foreach (var name in quantities?.Select(static member => member.Key).ToList() ?? [])
            isChanged |= BringNumber(quantities!, name);
        return isChanged;
    }

    // The digits as they are written; a binary fraction would not be what was meant.
    private static bool BringNumber(JsonObject place, string name)
    {
        if (place[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            return false;
        place[name] = value.ToJsonString();
        return true;
    }
}
