using System.Collections.Immutable;

namespace BillingActors.Storage.Audit;

/// <summary>Actions on the installation itself, in one chain that is only ever appended to.</summary>
public interface IAuditTrail
{
    /// <summary>Notes an action; false when its request noted it before.</summary>
    Task<bool> Append(AuditEntry entry, CancellationToken cancellation);

    /// <summary>Entries before a position (0: the newest), newest first.</summary>
    Task<ImmutableArray<AuditRow>> Read(
        AuditFilter filter, long before, int countMax, CancellationToken cancellation);

    /// <summary>Walks the whole chain: where it is broken first, or null.</summary>
    Task<AuditChainState> Check(CancellationToken cancellation);
}
