namespace BillingActors.Storage.Privacy;

/// <summary>Changes the master key without touching personal data.</summary>
public interface IMasterKeyRotation
{
    /// <summary>
    /// Wraps the keys of all legal entities and of the group with the next master key, all or none, and answers how
    /// many. Programs that run with the old key keep working with the keys they have opened, until they start anew.
    /// </summary>
    Task<int> Rotate(MasterKey next, CancellationToken cancellation);
}
