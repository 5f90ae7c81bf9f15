using BillingActors.Load.Cycles;

namespace BillingActors.Load.LookUps;

/// <summary>What one round measured.</summary>
/// <param name="Empty">An empty endpoint, as fast as it answers.</param>
/// <param name="LookUps">Balances of active accounts, as fast as they come.</param>
/// <param name="Idle">The desk while nothing else goes on.</param>
/// <param name="Busy">The desk beside a run.</param>
/// <param name="Run">The run beside the desk.</param>
/// <param name="Solo">The same run alone.</param>
internal sealed record LookUpRound(
    AskedRate Empty, AskedRate LookUps, DeskTimes Idle, DeskTimes Busy, RunTimes Run, RunTimes Solo)
{
    /// <summary>Part of its time that the run made way, 0 to 1.</summary>
    public double Yielded { get; init; }
}
