using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace BillingActors.Grains.Accounts;

/// <summary>Takes notices from other silos.</summary>
[Reentrant]
internal sealed class AccountNotices(GrainId id, Silo silo, ILoggerFactory loggers, ActiveAccounts active)
    : GrainService(id, silo, loggers), IAccountNotices
{
    public Task Moved(ImmutableArray<AccountMoved> moved)
    {
        foreach (var account in moved)
            active.Moved(account);
        return Task.CompletedTask;
    }
}
