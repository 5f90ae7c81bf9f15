using System.Collections.Immutable;
using Orleans.Services;

namespace BillingActors.Grains.Accounts;

/// <summary>The notice board of one silo.</summary>
[Alias("account-notices")]
internal interface IAccountNotices : IGrainService
{
    /// <summary>Marks active accounts of this silo that the store is ahead of.</summary>
    [Alias("moved")]
    Task Moved(ImmutableArray<AccountMoved> moved);
}
