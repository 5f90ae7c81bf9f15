using System.Text.Json;

namespace BillingActors.Formats.CloudEvents;

/// <summary>An event in the envelope of CloudEvents 1.0, its JSON format.</summary>
/// <param name="Id">Id, unique in its source.</param>
/// <param name="Source">Who sends it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Subject">What it is about; null where that is not said.</param>
/// <param name="Time">When it happened; null where that is not said.</param>
/// <param name="Data">Its content; null where there is none.</param>
public sealed record CloudEvent(
    string Id, string Source, string Type, string? Subject, DateTimeOffset? Time, JsonElement? Data);
