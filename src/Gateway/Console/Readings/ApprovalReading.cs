using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads what waits for a second person.</summary>
internal sealed class ApprovalReading(IGrainFactory grains, IReports reports)
{
    private const int CountMax = 50;

    /// <summary>The first requests of the inbox.</summary>
    public Task<ImmutableArray<ApprovalRow>> Inbox(Caller caller, CancellationToken cancellation) =>
        reports.Approvals(caller.Scope, "", CountMax, cancellation);

    /// <summary>A request with the account before and after it; null when it waits no more.</summary>
    public async Task<PendingActionView?> Pending(
        Caller caller, (string EntityId, string AccountId, string RequestId) of, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(of.EntityId)
            || await Grain(of.EntityId, of.AccountId).Requests(cancellation) is not { } waiting)
        {
            return null;
        }
        return waiting.FirstOrDefault(one => one.RequestId == of.RequestId);
    }

    /// <summary>The grain that decides.</summary>
    public IAccountCreditGrain Grain(string entityId, string accountId) =>
        grains.GetGrain<IAccountCreditGrain>(AccountKey.Of(entityId, accountId));
}
