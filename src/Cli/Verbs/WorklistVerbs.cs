using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Cli.Verbs;

/// <summary>billing worklist: what waits for a person; redrive tries a record again, drop gives it up.</summary>
internal static class WorklistVerbs
{
    private static readonly (string Name, Option<string?> Option)[] Filters =
    [
        ("kind", new("--kind")
        {
            Description = "import-record, usage-record, open-call, file-gap, bill-exception, unapplied-cash, "
                + "unidentified-cash, webhook-endpoint or invoice-delivery.",
        }),
        ("state", new("--state") { Description = "open, fixed, released, skipped or dropped." }),
        ("code", new("--code") { Description = "Reason code." }),
        ("runId", new("--run") { Description = "Bill run." }),
        ("importId", new("--import") { Description = "Import." }),
        ("owner", new("--owner") { Description = "Who works on it." }),
        ("awakeOn", new("--awake-on") { Description = "A day: rows that rest longer are left out." }),
    ];

    private static readonly Argument<long> Id = new("ID") { Description = "Row of the worklist." };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("worklist", "Lists rejected records and held accounts, oldest first.");
        foreach (var (_, option) in Filters)
            command.Add(option);
        command.Add(Snooze(terminal));
        command.Add(Redrive(terminal));
        command.Add(Drop(terminal));
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List("v1/worklist",
                [.. Filters.Select(filter => (filter.Name, parsed.GetValue(filter.Option)))]);
            await foreach (var row in gateway.Rows<WorklistRow>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(row);
                else
                    terminal.Line(Describe(row));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Snooze(Terminal terminal)
    {
        var until = new Option<DateOnly>("--until") { Description = "The day it waits again.", Required = true };
        var command = new Command("snooze", "Lets a row rest until a day.") { Id, until };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var body = new { until = parsed.GetRequiredValue(until) };
            var row = await gateway.Send<WorklistRow>(
                HttpMethod.Post, Paths.Worklist(parsed.GetRequiredValue(Id), "/snooze"), body, parsed.Ask(terminal),
                cancellation);
            Print(terminal, parsed, row);
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Redrive(Terminal terminal)
    {
        var command = new Command("redrive",
            "Tries a record again that was rejected or not rated, after what was wrong has been put right.") { Id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var row = await gateway.Send<WorklistRow>(
                HttpMethod.Post, Paths.Worklist(parsed.GetRequiredValue(Id), "/redrive"), null, parsed.Ask(terminal),
                cancellation);
            Print(terminal, parsed, row);
            return row.State == "open" ? ExitCode.Exceptions : ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Drop(Terminal terminal)
    {
        var command = new Command("drop",
            "Gives a record, a long call or missing files up; nothing of it is rated.") { Id, Reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var row = await gateway.Send<WorklistRow>(
                HttpMethod.Post, Paths.Worklist(parsed.GetRequiredValue(Id), "/drop"), null,
                parsed.Ask(terminal) with { Reason = parsed.GetRequiredValue(Reason) }, cancellation);
            Print(terminal, parsed, row);
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static void Print(Terminal terminal, ParseResult parsed, WorklistRow row)
    {
        if (parsed.WantsJson())
            terminal.Json(row);
        else
            terminal.Line(Describe(row));
    }

    private static string Describe(WorklistRow row)
    {
        var receipt = row.ImportId is null && row.Field is { } field ? " " + field : "";
        var where = row.AccountId is { } account ? $"{row.EntityId}/{account}{receipt}"
            : row.ImportId is null ? $"{row.EntityId}{receipt}"
            : $"{row.ImportId} line {row.Line} {row.Field}".TrimEnd();
        return $"{row.Id}  {row.At:yyyy-MM-dd}  {row.Kind}  {row.State}  {where}  {row.Code}: {row.Detail}"
            + (row.Owner is { } owner ? $"  ({owner})" : "")
            + (row.SnoozedUntil is { } until ? $"  rests until {until:yyyy-MM-dd}" : "");
    }
}
