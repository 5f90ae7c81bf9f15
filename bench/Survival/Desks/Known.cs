namespace BillingActors.Survival.Desks;

/// <summary>What senders know at a moment.</summary>
/// <param name="Commands">Every payment that was sent, as far as it was known then.</param>
/// <param name="ClosedRuns">Runs that were closed, with how many bills each.</param>
internal sealed record Known(
    IReadOnlyCollection<PaidCommand> Commands, IReadOnlyCollection<(string RunId, long IssuedCount)> ClosedRuns);
