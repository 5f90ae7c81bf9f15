using System.CommandLine;
using BillingActors.Cli.Embedded;

namespace BillingActors.Cli.Verbs;

/// <summary>billing bench …: reproduces published figures with one command.</summary>
internal static class BenchVerbs
{
    private static readonly Option<int> Accounts = new("--accounts")
    {
        Description = "Accounts of the cycle.",
        DefaultValueFactory = _ => 200_000,
    };

    private static readonly DatabaseOptions Database = new();

    public static Command Create(Terminal terminal)
    {
        var cycle = new Command("cycle",
            "Calculates and releases a cycle, against a floor measured in the same run.") { Accounts };
        cycle.SetAction((parsed, cancellation) =>
        {
            var accounts = parsed.GetValue(Accounts);
            return accounts >= 1
                ? BenchRun.Cycle(new(accounts, parsed.WantsJson(), Database.Named(parsed)), terminal, cancellation)
                : throw new UsageException("--accounts must be at least 1.");
        });
        return new Command("bench", "Measures the engine on this machine.") { Database.AddTo(cycle) };
    }
}
