using System.Collections.Immutable;
using BillingActors.Domain.Approvals;

namespace BillingActors.Storage.Reports;

/// <summary>Money limits by role and action.</summary>
public interface ILimitReports
{
    /// <summary>From this amount on, a limit is none.</summary>
    static long Unlimited => ApprovalPolicy.Unlimited;

    /// <summary>The limits of the legal entities in scope, at most 1,000.</summary>
    Task<ImmutableArray<EntityLimits>> Limits(EntityScope scope, CancellationToken cancellation);
}
