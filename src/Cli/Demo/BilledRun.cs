using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Cli.Demo;

/// <summary>A run that is closed.</summary>
/// <param name="Run">The run.</param>
/// <param name="Held">Accounts it holds, with why.</param>
/// <param name="Took">From planning to closing.</param>
internal sealed record BilledRun(RunView Run, IReadOnlyList<WorklistRow> Held, TimeSpan Took)
{
    /// <summary>Accounts that are held, each once.</summary>
    public IReadOnlyList<string> HeldAccounts =>
        [.. Held.Select(row => row.AccountId).OfType<string>().Distinct(StringComparer.Ordinal)];
}
