using System.Collections.Immutable;

namespace BillingActors.Storage.Audit;

/// <summary>Signed statements of how all chains stood.</summary>
public interface IAuditSeals
{
    /// <summary>
    /// Seals the heads of all chains as they stand, and notes that it was done; null when somebody else sealed in the
    /// same moment.
    /// </summary>
    Task<AuditSeal?> Seal(SealRequest request, CancellationToken cancellation);

    /// <summary>Seals before a number (0: the newest), newest first.</summary>
    Task<ImmutableArray<AuditSeal>> List(long before, int countMax, CancellationToken cancellation);

    /// <summary>The public key that signs, as PEM: keep it where the database is not.</summary>
    string PublicKey { get; }
}
