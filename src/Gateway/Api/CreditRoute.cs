using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;

namespace BillingActors.Gateway.Api;

/// <summary>The account a path names, for what is changed by hand: the caller's roles give the limits.</summary>
internal sealed record CreditRoute(
    string EntityId, string AccountId, Caller Caller, IGrainFactory Grains, HttpContext Http)
{
    /// <summary>The account's grain; null where the caller may not see the legal entity.</summary>
    public IAccountCreditGrain? Grain => Caller.Scope.Allows(EntityId)
        ? Grains.GetGrain<IAccountCreditGrain>(AccountKey.Of(EntityId, AccountId))
        : null;

    /// <summary>The roles of the caller.</summary>
    public ImmutableArray<string> Roles => Caller.Roles;
}
