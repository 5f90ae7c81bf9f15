using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads what waits for a second person.</summary>
internal sealed class ApprovalReading(
    IGrainFactory grains, IApprovalInbox inbox, [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
{
    /// <summary>Requests of the inbox that are shown at once.</summary>
    public const int CountMax = 50;

    /// <summary>The first requests of the inbox, or of those that were not decided in time.</summary>
    public Task<ImmutableArray<ApprovalRow>> Inbox(
        Caller caller, (bool IsExpired, string? Action) of, int countMax, CancellationToken cancellation) =>
        inbox.Rows(
            caller.Scope, new ApprovalFilter(clock.GetUtcNow(), of.IsExpired, of.Action), "", countMax, cancellation);

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
