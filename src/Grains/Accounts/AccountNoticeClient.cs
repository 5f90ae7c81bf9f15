using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Services;

namespace BillingActors.Grains.Accounts;

/// <summary>Calls the notice board of each active silo but this one.</summary>
internal sealed partial class AccountNoticeClient(
    IServiceProvider services,
    IClusterMembershipService membership,
    ILocalSiloDetails self,
    ILogger<AccountNoticeClient> logger) : GrainServiceClient<IAccountNotices>(services), IAccountNoticeClient
{
    public Task Tell(ImmutableArray<AccountMoved> moved, CancellationToken cancellation)
    {
        var others = membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active && !member.SiloAddress.Equals(self.SiloAddress))
            .Select(member => Tell(member.SiloAddress, moved));
        return Task.WhenAll(others);
    }

    private async Task Tell(SiloAddress silo, ImmutableArray<AccountMoved> moved)
    {
        try
        {
            await GetGrainService(silo).Moved(moved);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            LogNotTold(logger, silo, e); // Dead or dying; what it remembers is fenced by the store.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Silo {Silo} was not told of moved accounts.")]
    private static partial void LogNotTold(ILogger logger, SiloAddress silo, Exception fault);
}
