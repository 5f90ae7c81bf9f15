using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;

namespace BillingActors.Storage.Reports;

/// <summary>The inbox of actions that wait for a second person.</summary>
public interface IApprovalInbox
{
    /// <summary>
    /// Requests in order of account and request, after "entity/account/request". One waits through its last day at its
    /// legal entity; after that it is expired until its maker or a second person takes it away.
    /// </summary>
    Task<ImmutableArray<ApprovalRow>> Rows(
        EntityScope scope, ApprovalFilter filter, string afterKey, int countMax, CancellationToken cancellation);
}
