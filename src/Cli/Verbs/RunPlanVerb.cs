using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Cli.Verbs;

/// <summary>billing run plan and run dry-run: begins to calculate a cycle, whole or for some accounts.</summary>
internal static class RunPlanVerb
{
    private static readonly Option<string> Entity = new("--entity") { Description = "Legal entity.", Required = true };

    private static readonly Option<string> Cycle = new("--cycle") { Description = "Bill cycle.", Required = true };

    private static readonly Option<DateOnly> Until = new("--until")
    {
        Description = "End of the period, exclusive, as yyyy-MM-dd: a boundary of the cycle's calendar.",
        Required = true,
        CustomParser = result => DateOnly.TryParseExact(
            result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : CommonOptions.Wrong<DateOnly>(result, "is no day of the form yyyy-MM-dd"),
    };

    private static readonly Option<string[]> Accounts = new("--accounts")
    {
        Description = "Only these accounts; the whole cycle when absent.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Partitions = new("--partitions")
    {
        Description = "Partitions worked side by side, 1 to 64; the engine chooses when absent.",
    };

    private static readonly Option<string?> Currency = new("--currency")
    {
        Description = "Only accounts in this currency; that of the legal entity when absent.",
    };

    private static readonly Option<bool> Follow = new("--follow")
    {
        Description = "Follow until the drafts are calculated and reconciled.",
    };

    public static Command Create(Terminal terminal, string verb, string summary)
    {
        var command = new Command(verb, summary) { Entity, Cycle, Until, Accounts, Partitions, Currency, Follow };
        var path = verb == "plan" ? "v1/bill-runs" : "v1/bill-runs/dry-run";
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var run = await gateway.Send<RunView>(
                HttpMethod.Post, path, PlanOf(parsed), parsed.Ask(terminal), cancellation);
            if (parsed.GetValue(Follow))
                return await RunVerbs.FollowToRest(gateway, run.RunId, (terminal, parsed.WantsJson()), cancellation);
            RunPrinting.Print(run, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static PlanRun PlanOf(ParseResult parsed) => new(
        parsed.GetRequiredValue(Entity),
        parsed.GetRequiredValue(Cycle),
        parsed.GetRequiredValue(Until),
        [.. parsed.GetValue(Accounts) ?? []],
        parsed.GetValue(Partitions),
        parsed.GetValue(Currency));
}
