using System.CommandLine;
using BillingActors.Cli.Rating;
using BillingActors.Cli.Rating.Files;
using BillingActors.Cli.Rating.Output;

namespace BillingActors.Cli.Verbs;

/// <summary>billing rate: bills a file of usage by a tariff, without a server.</summary>
internal static class RateVerb
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "rate";

    public static Command Create(Terminal terminal)
    {
        var command = new Command(Name, "Rates a file of usage by a tariff, offline, as a bill run would.");
        RateOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => Rate(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<int> Rate(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var stateOut = parsed.GetValue(RateOptions.StateOut);
            if (stateOut is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(stateOut))))
                throw new UsageException($"--state-out: There is no directory for {stateOut}.");
            if (Directory.Exists(stateOut))
                throw new UsageException($"--state-out: {stateOut} is a directory.");
            var rated = await RateRun.Rate(await RateOptions.TaskOf(parsed, cancellation), cancellation);
            if (stateOut is { } file)
                await File.WriteAllTextAsync(file, StateJson.Write(rated.State), cancellation);
            return Print(rated, terminal, parsed.WantsJson());
        }
        catch (UnratableException problem)
        {
            RatePrinting.PrintProblem(problem, terminal);
            return ExitCode.Refused;
        }
        catch (UsageException problem) when (parsed.WantsJson())
        {
            // Programs read the output, people what stands beside it.
            RatePrinting.PrintMisuse(problem.Message, terminal);
            throw;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A file that may not be read or written; the message names it.
            if (parsed.WantsJson())
                RatePrinting.PrintMisuse(problem.Message, terminal);
            throw new UsageException(problem.Message);
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
