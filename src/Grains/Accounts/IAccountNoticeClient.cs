using System.Collections.Immutable;

namespace BillingActors.Grains.Accounts;

/// <summary>Reaches the notice board of every other silo.</summary>
internal interface IAccountNoticeClient
{
    /// <summary>
    /// Tells the other silos; one that cannot be reached is dead or dying, and its activations with it.
    /// </summary>
    Task Tell(ImmutableArray<AccountMoved> moved, CancellationToken cancellation);
}
