using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Cli.Verbs;

/// <summary>billing ledger …: periods and their locks, chart, trial balance, ages and journals.</summary>
internal static class LedgerVerbs
{
    private static readonly Argument<string> Entity = new("ENTITY") { Description = "Legal entity." };

    private static readonly Argument<string> Month = new("MONTH") { Description = "Month, as 2025-06." };

    private static readonly Option<bool> Hard = new("--hard") { Description = "For everybody, finance included." };

    private static readonly Option<bool> Approve = new("--approve")
    {
        Description = "Open the month that somebody else asked for.",
    };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", Required = true };

    private static readonly Option<string> On = new("--on") { Description = "Day, as 2025-06-30.", Required = true };

    public static Command Create(Terminal terminal) =>
        new("ledger", "Locks and reopens months, shows charts, balances and ages, exports journals.")
        {
            Periods(terminal), Lock(terminal), Reopen(terminal), Chart(terminal), LedgerReportVerbs.Balance(terminal),
            LedgerReportVerbs.Ageing(terminal), LedgerReportVerbs.Export(terminal),
        };

    private static Command Periods(Terminal terminal)
    {
        var command = new Command("periods", "Shows what is locked and how it came to be.") { Entity };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Ledger(parsed.GetRequiredValue(Entity), "/periods");
            Print(await gateway.Get<PeriodsView>(path, cancellation), terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Lock(Terminal terminal)
    {
        var command = new Command("lock", "Locks all months up to and including one.") { Entity, Month, Hard };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var body = new LockMonth(parsed.GetRequiredValue(Month), parsed.GetValue(Hard));
            var periods = await gateway.Send<PeriodsView>(
                HttpMethod.Post, Paths.Ledger(parsed.GetRequiredValue(Entity), "/periods/lock"), body,
                parsed.Ask(terminal), cancellation);
            Print(periods, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Reopen(Terminal terminal)
    {
        var command = new Command("reopen", "Asks for a month, and those after it, to be open again, or agrees to it.")
        {
            Entity, Month, Reason, Approve,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var step = parsed.GetValue(Approve) ? "/periods/reopen/approve" : "/periods/reopen";
            var periods = await gateway.Send<PeriodsView>(
                HttpMethod.Post, Paths.Ledger(parsed.GetRequiredValue(Entity), step),
                new ReopenMonth(parsed.GetRequiredValue(Month)),
                parsed.Ask(terminal, parsed.GetRequiredValue(Reason)), cancellation);
            Print(periods, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command Chart(Terminal terminal)
    {
        var command = new Command("chart", "Shows the chart of accounts that holds on a day.") { Entity, On };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List(
                Paths.Ledger(parsed.GetRequiredValue(Entity), "/chart"), ("on", parsed.GetRequiredValue(On)));
            var table = new TextTable("Number", "Name", "Type", "Role");
            foreach (var rule in await gateway.Get<ChartRuleRecord[]>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(rule);
                else
                    table.Add(rule.Number, rule.Name, rule.Type, rule.Role);
            }
            if (!parsed.WantsJson())
                table.Write(terminal);
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static void Print(PeriodsView periods, Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            terminal.Json(periods);
            return;
        }
        foreach (var change in periods.History)
        {
            terminal.Line($"{change.At:yyyy-MM-dd}  {change.What} {Amounts.Day(change.Day)} by {change.ActorId}"
                + (change.Reason is { } reason ? $": {reason}" : ""));
        }
        terminal.Line($"finance books from {From(periods.HardLockedUntil)}, "
            + $"clerks from {From(periods.SoftLockedUntil)}");
    }

    private static string From(DateOnly? day) => day is { } open ? Amounts.Day(open) : "any day";
}
