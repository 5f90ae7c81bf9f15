using System.CommandLine;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Reports;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing entity draft, drafts, show, release, reject and withdraw: who may approve what changes by two people.
/// </summary>
internal static class EntityVerbs
{
    private static readonly Argument<string> Id = new("ENTITY") { Description = "Legal entity." };

    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("FILE")
    {
        Description = "The legal entity as JSON, as `billing record show legal-entities` prints it.",
    }.AcceptExistingOnly();

    private static readonly Option<long> Replaces = new("--replaces")
    {
        Description = "The version of the legal entity you saw and replace.",
        Required = true,
    };

    private static readonly Option<long> Seen = new("--draft")
    {
        Description = "The version of the draft you saw.",
        Required = true,
    };

    private static readonly Option<DateOnly?> ValidFrom = new("--valid-from")
    {
        Description = "From which day it holds; today unless given.",
    };

    private static readonly Option<string> Why = new("--reason") { Description = "Why.", Required = true };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why." };

    public static Command Create(Terminal terminal) =>
        new("entity", "Changes limits and other rules of approval of a legal entity, by two people.")
        {
            Draft(terminal), List(terminal), Show(terminal),
            Decide(terminal, "release", "Agrees to the draft of another person; it holds from then on.", Reason),
            Decide(terminal, "reject", "Says no to the draft of another person.", Why),
            Decide(terminal, "withdraw", "Takes a draft of your own back.", Reason),
        };

    private static Command Draft(Terminal terminal)
    {
        var command = new Command("draft", "Saves what a legal entity shall become; another person releases it.")
        {
            File, Replaces, ValidFrom, Why,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var record = await RecordVerbs.Read(parsed.GetRequiredValue(File), cancellation);
            var path = Paths.List(
                Paths.Entity(RecordVerbs.IdOf(record), "/draft"),
                ("validFrom", parsed.GetValue(ValidFrom) is { } day ? Amounts.Day(day) : null));
            var ask = parsed.Ask(terminal, parsed.GetRequiredValue(Why)) with
            {
                Version = parsed.GetRequiredValue(Replaces),
            };
            var saved = await gateway.Send<LegalEntityDraftView>(HttpMethod.Put, path, record, ask, cancellation);
            Print(saved, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("drafts", "Lists drafts that wait for a second person.");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var rows = gateway.Rows<LegalEntityDraftRow>("v1/approvals/legal-entities", cancellation);
            await foreach (var row in rows)
            {
                if (parsed.WantsJson())
                    terminal.Json(row);
                else
                    terminal.Line($"{row.EntityId}  draft {row.Version} of version {row.Replaces}  {row.MakerId}: "
                        + row.Reason);
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Show(Terminal terminal)
    {
        var command = new Command("show", "Shows the newest draft of a legal entity, and what it changes.") { Id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Entity(parsed.GetRequiredValue(Id), "/draft");
            Print(await gateway.Get<LegalEntityDraftView>(path, cancellation), terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Decide(Terminal terminal, string step, string description, Option reason)
    {
        var command = new Command(step, description) { Id, Seen, reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Entity(parsed.GetRequiredValue(Id), $"/draft/{step}");
            var ask = parsed.Ask(terminal, parsed.GetValue<string>(reason.Name)) with
            {
                Version = parsed.GetRequiredValue(Seen),
            };
            var done = await gateway.Send<JsonElement>(HttpMethod.Post, path, null, ask, cancellation);
            if (parsed.WantsJson())
                terminal.Json(done);
            else
                terminal.Line($"{parsed.GetRequiredValue(Id)}: {step} done");
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static void Print(LegalEntityDraftView draft, Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            terminal.Json(draft);
            return;
        }
        terminal.Line($"{draft.EntityId}  draft {draft.Version} of version {draft.Replaces}  {draft.State}"
            + $"{(draft.IsVoid ? ", void" : "")}  {draft.MakerId}: {draft.Reason}");
        foreach (var change in draft.Changes)
            terminal.Line($"  {change.Path}  {change.Before ?? "-"} -> {change.After ?? "-"}");
    }
}
