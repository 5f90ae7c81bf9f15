using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Cli.Verbs;

/// <summary>billing worklist: what waits for a person; worklist redrive: tries a rejected record again.</summary>
internal static class WorklistVerbs
{
    private static readonly (string Name, Option<string?> Option)[] Filters =
    [
        ("kind", new("--kind") { Description = "import-record, bill-exception, unapplied-cash or unidentified-cash." }),
        ("state", new("--state") { Description = "open, fixed, released, skipped or dropped." }),
        ("code", new("--code") { Description = "Reason code." }),
        ("runId", new("--run") { Description = "Bill run." }),
        ("importId", new("--import") { Description = "Import." }),
        ("owner", new("--owner") { Description = "Who works on it." }),
    ];

    private static readonly Argument<long> Id = new("ID") { Description = "Row of the worklist." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("worklist", "Lists rejected records and held accounts, oldest first.");
        foreach (var (_, option) in Filters)
            command.Add(option);
        command.Add(Redrive(terminal));
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

    private static Command Redrive(Terminal terminal)
    {
        var command = new Command("redrive",
            "Tries a rejected record again, after what was wrong has been put right.") { Id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var id = parsed.GetRequiredValue(Id);
            var import = await gateway.Send<ImportView>(
                HttpMethod.Post, Paths.Worklist(id, "/redrive"), null, parsed.Ask(terminal), cancellation);
            var row = await gateway.Get<WorklistRow>(Paths.Worklist(id, ""), cancellation);
            if (parsed.WantsJson())
                terminal.Json(row);
            else
                terminal.Line($"{Describe(row)}; import {import.ImportId} has "
                    + $"{Amounts.Count(import.RejectedCount)} rejected records");
            return row.State == "open" ? ExitCode.Exceptions : ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static string Describe(WorklistRow row)
    {
        var receipt = row.ImportId is null && row.Field is { } field ? " " + field : "";
        var where = row.AccountId is { } account ? $"{row.EntityId}/{account}{receipt}"
            : row.ImportId is null ? $"{row.EntityId}{receipt}"
            : $"{row.ImportId} line {row.Line} {row.Field}".TrimEnd();
        return $"{row.Id}  {row.At:yyyy-MM-dd}  {row.Kind}  {row.State}  {where}  {row.Code}: {row.Detail}"
            + (row.Owner is { } owner ? $"  ({owner})" : "");
    }
}
