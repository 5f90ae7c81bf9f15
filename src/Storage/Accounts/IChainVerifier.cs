namespace BillingActors.Storage.Accounts;

/// <summary>Checks that nobody changed what was stored.</summary>
public interface IChainVerifier
{
    /// <summary>
    /// The first place where an account's chain, documents or query row contradict each other; null when whole.
    /// </summary>
    Task<ChainFault?> Verify(string accountKey, CancellationToken cancellation);
}
