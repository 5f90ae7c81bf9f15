using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads what waits for a second person.</summary>
internal sealed class ApprovalReading(IGrainFactory grains, IReports reports, ICollectionReports collections)
{
    private const int CountMax = 50;

    /// <summary>The first requests of the inbox.</summary>
    public Task<ImmutableArray<ApprovalRow>> Inbox(Caller caller, CancellationToken cancellation) =>
        reports.Approvals(caller.Scope, "", CountMax, cancellation);

    /// <summary>Disputes with a credit that waits: that there is one, their account says.</summary>
    public async Task<ImmutableArray<DisputeRow>> DisputeCredits(Caller caller, CancellationToken cancellation)
    {
        if (!RolePermissions.Allow(caller.Roles, Permissions.DisputesRead))
            return [];
        var rows = await collections.Disputes(
            caller.Scope, new DisputeFilter("undecided"), ("", ""), CountMax, cancellation);
        var waiting = ImmutableArray.CreateBuilder<DisputeRow>();
        var keyed = rows.GroupBy(row => AccountKey.Of(row.EntityId, row.AccountId), StringComparer.Ordinal);
        foreach (var account in keyed)
        {
            var view = await grains.GetGrain<IAccountDisputesGrain>(account.Key).ViewDisputes(cancellation);
            var proposed = view?.Disputes.Where(one => one.Proposal is not null).Select(one => one.DisputeId) ?? [];
            waiting.AddRange(account.Where(row => proposed.Contains(row.DisputeId, StringComparer.Ordinal)));
        }
        return waiting.ToImmutable();
    }

    /// <summary>A request with the account before and after it; null when it waits no more.</summary>
    public async Task<PendingActionView?> Pending(Caller caller, ApprovalRow row, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(row.EntityId) || await Grain(row).Requests(cancellation) is not { } waiting)
            return null;
        return waiting.FirstOrDefault(one => one.RequestId == row.RequestId);
    }

    /// <summary>The grain that decides.</summary>
    public IAccountCreditGrain Grain(ApprovalRow row) =>
        grains.GetGrain<IAccountCreditGrain>(AccountKey.Of(row.EntityId, row.AccountId));
}
