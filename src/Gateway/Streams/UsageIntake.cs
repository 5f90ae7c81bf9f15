using System.Text.Json;
using BillingActors.Formats.CloudEvents;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Streams;

/// <summary>
/// Reads usage from an event: its subject is "entity/account" or "entity/account/contract", its type says which of
/// both it is. What can be said without the account is said at once; the rest is decided where it is rated.
/// </summary>
internal static class UsageIntake
{
    private const string CallType = "billing.usage.call";
    private const string EventType = "billing.usage.event";
    private const int BodyLengthMax = 16_384;

    public static IncomingRecord Read(JsonElement element, EntityScope scope)
    {
        var (given, wrong) = CloudEventReader.Read(element);
        if (given is null)
            return IncomingRecord.Rejected(null, wrong!.Rule, Told(wrong));
        if (element.GetRawText().Length > BodyLengthMax)
            return Rejected(given, "record-too-large", $"An event has at most {BodyLengthMax} characters.");
        var parts = given.Subject?.Split('/') ?? [];
        if (parts.Length is not (2 or 3) || !parts.All(PathIds.IsId))
            return Rejected(given, "subject-invalid", "subject is entity/account or entity/account/contract.");
        if (!scope.Allows(parts[0]))
            return Rejected(given, ProblemCode.EntityUnknown, "There is no such legal entity.");
        if (given.Time is not { } at)
            return Rejected(given, "required", "time must be given: it says when the use began.");
        return Entry(given, at, parts.Length == 3 ? parts[2] : null, out var problem) is { } entry
            ? new IncomingRecord(given.Id, new InboxRecord(
                $"{parts[0]}/{parts[1]}", given.Source, given.Id, UsageRecordJson.Write(entry)))
            : Rejected(given, problem!.Rule, Told(problem));
    }

    private static UsageEntry? Entry(
        CloudEvent given, DateTimeOffset at, string? contractId, out RecordProblem? problem)
    {
        problem = null;
        try
        {
            var data = given.Data ?? throw new JsonException("There is no data.");
            var entry = new UsageEntry(given.Source, given.Id, at, contractId);
            switch (given.Type)
            {
                case CallType when UsageRecordJson.ReadCall(data) is { Quantity: >= 0, Direction: "in" or "out" } call:
                    return entry with { Call = call };
                case CallType:
                    problem = new RecordProblem(0, "data", "word-unknown", "needs a quantity of 0 or more, in or out");
                    return null;
                case EventType:
                    return entry with { Event = UsageRecordJson.ReadEvent(data) };
                default:
                    problem = new RecordProblem(0, "type", "word-unknown", $"must be {CallType} or {EventType}");
                    return null;
            }
        }
        catch (JsonException fault)
        {
            var field = fault.Path is { Length: > 2 } path ? "data." + path[2..] : "data";
            problem = new RecordProblem(0, field, "json-invalid", "is not what such an event has here");
            return null;
        }
    }

    private static IncomingRecord Rejected(CloudEvent given, string code, string detail) =>
        IncomingRecord.Rejected(given.Id, code, detail);

    private static string Told(RecordProblem problem) => $"{problem.Field} {problem.Detail}";
}
