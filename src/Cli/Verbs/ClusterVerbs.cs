using System.CommandLine;
using BillingActors.Survival.Torture;

namespace BillingActors.Cli.Verbs;

/// <summary>billing cluster up: a cluster of processes on this machine, over a PostgreSQL of its own.</summary>
internal static class ClusterVerbs
{
    private static readonly Option<int> Silos = new("--silos")
    {
        Description = "Silos, 1 to 8.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "Where logs and books are kept; a new folder among the temporary files when absent.",
    };

    public static Command Create(Terminal terminal)
    {
        var up = new Command("up", "Starts silos, a gateway and PostgreSQL on the loopback; Ctrl+C ends them.")
        {
            Silos, Folder,
        };
        up.SetAction(async (parsed, cancellation) =>
        {
            var count = parsed.GetValue(Silos);
            if (count is < 1 or > 8)
                throw new UsageException("--silos must be 1 to 8.");
            await ClusterUp.Run(count, parsed.GetValue(Folder), terminal.Output, cancellation);
            return ExitCode.Ok;
        });
        return new Command("cluster", "A cluster of processes on this machine, to try things on.") { up };
    }
}
