using System.Collections.Immutable;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Audit;

/// <summary>Where seals lie, one per database.</summary>
internal interface ISealTable
{
    /// <summary>Reads on one consistent view of everything.</summary>
    Task<T> OnBooks<T>(Func<Books, T> read, CancellationToken cancellation);

    /// <summary>Stores a seal with its parts and notes it, all or nothing; false when its number is taken.</summary>
    Task<bool> Add(
        AuditSeal seal, IReadOnlyList<byte[]> parts, AuditEntry noted, CancellationToken cancellation);

    /// <summary>Seals before a number (0: the newest), newest first.</summary>
    Task<ImmutableArray<AuditSeal>> List(long before, int countMax, CancellationToken cancellation);
}
