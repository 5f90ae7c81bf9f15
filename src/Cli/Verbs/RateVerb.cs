using System.CommandLine;
using BillingActors.Cli.Rating;
using BillingActors.Cli.Rating.Files;
using BillingActors.Cli.Rating.Output;

namespace BillingActors.Cli.Verbs;

/// <summary>billing rate: bills a file of usage by a tariff, without a server.</summary>
internal static class RateVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("rate", "Rates a file of usage by a tariff, offline, as a bill run would.");
        RateOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => Rate(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<int> Rate(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var rated = await RateRun.Rate(await RateOptions.TaskOf(parsed, cancellation), cancellation);
            if (parsed.GetValue(RateOptions.StateOut) is { } file)
                await File.WriteAllTextAsync(file, StateJson.Write(rated.State), cancellation);
            return Print(rated, terminal, parsed.WantsJson());
        }
        catch (UnratableException problem)
        {
            RatePrinting.PrintProblem(problem, terminal);
            return ExitCode.Refused;
        }
    }

    private static int Print(RatedUsage rated, Terminal terminal, bool asJson)
    {
        var bills = BillSet.Of(rated);
        if (asJson)
            terminal.Json(bills);
        else
            RatePrinting.Print(bills, terminal);
        foreach (var remark in rated.Remarks.Concat(rated.SetAside))
            terminal.Complain(remark);
        return rated.SetAside.IsEmpty ? ExitCode.Ok : ExitCode.Exceptions;
    }
}
