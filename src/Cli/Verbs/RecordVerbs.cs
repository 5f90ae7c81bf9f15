using System.CommandLine;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing record …: the master data that rules are kept in, such as dunning policies, limits and charts of accounts,
/// as JSON documents that are shown, stored in a new version, and looked up in their history.
/// </summary>
internal static class RecordVerbs
{
    private static readonly string[] Kinds =
    [
        "legal-entities", "customers", "service-points", "bill-cycles", "dunning-policies", "dispute-policies",
        "charts-of-accounts", "tax-jurisdictions", "tax-profiles",
    ];

    private static readonly JsonSerializerOptions Indented = new(WireJson.OneLine) { WriteIndented = true };

    private static readonly Argument<string> Kind = new Argument<string>("KIND")
    {
        Description = "Kind of the record: " + string.Join(", ", Kinds) + ".",
    }.AcceptOnlyFromAmong(Kinds);

    private static readonly Argument<string> Id = new("RECORD") { Description = "Id of the record." };

    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("FILE")
    {
        Description = "The record as JSON, as `billing record show` prints it.",
    }.AcceptExistingOnly();

    private static readonly Option<bool> History = new("--history")
    {
        Description = "List every version: from when it holds, who stored it, when and why.",
    };

    private static readonly Option<DateOnly?> ValidFrom = new("--valid-from")
    {
        Description = "From which day it holds; today unless given.",
    };

    private static readonly Option<long?> Version = new("--replaces")
    {
        Description = "The version you saw and replace; without it the record must be new.",
    };

    private static readonly Option<string?> Why = new("--reason") { Description = "Why." };

    public static Command Create(Terminal terminal) => new("record", "Shows and stores master data as JSON.")
    {
        Show(terminal),
        Put(terminal),
    };

    private static Command Show(Terminal terminal)
    {
        var command = new Command("show", "Prints the newest version of a record, or lists its versions.")
        {
            Kind, Id, History,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Record(parsed.GetRequiredValue(Kind), parsed.GetRequiredValue(Id));
            if (parsed.GetValue(History))
            {
                foreach (var version in await gateway.Get<MasterView[]>(path + "/history", cancellation))
                    Print(version, terminal, parsed.WantsJson());
                return ExitCode.Ok;
            }
            var view = await gateway.Get<JsonElement>(path, cancellation);
            if (parsed.WantsJson())
                terminal.Json(view);
            else
                terminal.Line(JsonSerializer.Serialize(ContentOf(view), Indented));
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Put(Terminal terminal)
    {
        var command = new Command("put", "Stores a record, or a new version of it.")
        {
            Kind, File, ValidFrom, Version, Why,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var record = await Read(parsed.GetRequiredValue(File), cancellation);
            var day = parsed.GetValue(ValidFrom);
            var path = Paths.List(
                Paths.Record(parsed.GetRequiredValue(Kind), IdOf(record)),
                ("validFrom", day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
            var replaced = parsed.GetValue(Version);
            var ask = parsed.Ask(terminal, parsed.GetValue(Why)) with { IsNew = replaced is null, Version = replaced };
            var stored = await gateway.Send<MasterView>(HttpMethod.Put, path, record, ask, cancellation);
            Print(stored, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static void Print(MasterView view, Terminal terminal, bool asJson)
    {
        if (asJson)
            terminal.Json(view);
        else
            terminal.Line($"version {view.Version}, holds from {view.ValidFrom:yyyy-MM-dd}, by {view.ActorId} on "
                + $"{view.ChangedAt:yyyy-MM-dd}" + (view.Reason is { } reason ? $": {reason}" : ""));
    }

    // The one member of the content that is set is the record itself.
    private static JsonElement ContentOf(JsonElement view) => view.GetProperty("content").EnumerateObject()
        .First(member => member.Value.ValueKind == JsonValueKind.Object).Value;

    /// <summary>Reads a record from a file.</summary>
    internal static async Task<JsonElement> Read(FileInfo file, CancellationToken cancellation)
    {
        await using var text = file.OpenRead();
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(text, WireJson.OneLine, cancellation);
        }
        catch (JsonException fault)
        {
            throw new UsageException($"{file.Name} is no JSON: {fault.Message}");
        }
    }

    /// <summary>The id a record names.</summary>
    internal static string IdOf(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && record.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : throw new UsageException("The record has no id.");
}
