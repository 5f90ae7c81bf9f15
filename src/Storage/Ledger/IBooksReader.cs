using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Ledger;

/// <summary>Opens everything stored as it stands at one moment; writers go on meanwhile.</summary>
internal interface IBooksReader
{
    /// <summary>Runs queries on one consistent read, on a thread of its own.</summary>
    Task<T> Read<T>(Func<Books, T> work, CancellationToken cancellation);
}
