using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Reports;

namespace BillingActors.Cli.Verbs;

/// <summary>billing run …: plans, steps, follows and lists bill runs.</summary>
internal static class RunVerbs
{
    private static readonly Argument<string> Id = new("ID") { Description = "Bill run." };

    private static readonly Option<bool> Follow = new("--follow")
    {
        Description = "Follow by live events until the run waits for a person or is over.",
    };

    private static readonly Option<string?> Cycle = new("--cycle") { Description = "Only runs of this bill cycle." };

    public static Command Create(Terminal terminal)
    {
        var run = new Command("run", "Plans, steps, follows and lists bill runs.")
        {
            RunPlanVerb.Create(terminal, "plan", "Plans a run and calculates its drafts."),
            RunPlanVerb.Create(terminal, "dry-run", "Calculates a run that leaves no trace."),
            Step(terminal, "recalculate", "Calculates all drafts again; an approval is void after it."),
            Step(terminal, "approve", "Approves a reconciled run; somebody else than its planner."),
            Step(terminal, "release", "Issues the invoices of an approved run."),
            Step(terminal, "pause", "Stops the work of a run; nothing that is done is lost."),
            Step(terminal, "resume", "Lets a paused run go on where it stopped."),
            Step(terminal, "cancel", "Cancels a run that has issued nothing."),
            RunResolveVerb.Create(terminal),
            Status(terminal),
            Exceptions(terminal),
            List(terminal),
        };
        return run;
    }

    /// <summary>Follows a run until it waits for a person or is over, prints it, and gives the exit code.</summary>
    internal static async Task<int> FollowToRest(
        GatewayClient gateway, string runId, (Terminal Terminal, bool AsJson) to, CancellationToken cancellation)
    {
        var run = await gateway.Until(
            runId, Runs.IsAtRest, now => to.Terminal.Progress(RunPrinting.ProgressOf(now)), cancellation);
        RunPrinting.Print(run, to.Terminal, to.AsJson);
        return CodeOf(run);
    }

    private static int CodeOf(RunView run) => run switch
    {
        { Difference: not null } => ExitCode.Error,
        { HeldCount: > 0 } => ExitCode.Exceptions,
        _ => ExitCode.Ok,
    };

    private static Command Step(Terminal terminal, string step, string summary)
    {
        var command = new Command(step, summary) { Id, Follow };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var ask = parsed.Ask(terminal);
            var run = await gateway.Step(parsed.GetRequiredValue(Id), step, ask, cancellation);
            if (parsed.GetValue(Follow))
                return await FollowToRest(gateway, run.RunId, (terminal, parsed.WantsJson()), cancellation);
            RunPrinting.Print(run, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Status(Terminal terminal)
    {
        var command = new Command("status", "Shows a run.") { Id, Follow };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var id = parsed.GetRequiredValue(Id);
            if (parsed.GetValue(Follow))
                return await FollowToRest(gateway, id, (terminal, parsed.WantsJson()), cancellation);
            var run = await gateway.Get<RunView>(Paths.Run(id), cancellation);
            RunPrinting.Print(run, terminal, parsed.WantsJson());
            return CodeOf(run);
        });
        return command.AsClient();
    }

    private static Command Exceptions(Terminal terminal)
    {
        var command = new Command("exceptions", "Lists the accounts a run holds, with the reason of each.") { Id };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var rows = gateway.Rows<WorklistRow>(
                RunPrinting.ExceptionsOf(parsed.GetRequiredValue(Id)), cancellation);
            var count = await RunPrinting.PrintExceptions(rows, terminal, parsed.WantsJson(), cancellation);
            return count == 0 ? ExitCode.Ok : ExitCode.Exceptions;
        });
        return command.AsClient();
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists bill runs, newest first.") { Cycle };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List("v1/bill-runs", ("cycleId", parsed.GetValue(Cycle)));
            foreach (var run in await gateway.Get<RunRow[]>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(run);
                else
                    terminal.Line($"{run.RunId}  {run.EntityId}  {run.CycleId}  {Amounts.Day(run.From)} until "
                        + $"{Amounts.Day(run.Until)}  {run.Stage}  planned by {run.PlannedBy}");
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }
}
