using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;

namespace BillingActors.Gateway.Api;

/// <summary>The account a path names, as far as the caller may see it.</summary>
internal sealed record AccountRoute(
    string EntityId, string AccountId, Caller Caller, IGrainFactory Grains, HttpContext Http)
{
    /// <summary>"entity/account".</summary>
    public string Key => AccountKey.Of(EntityId, AccountId);

    /// <summary>Where the account is.</summary>
    public string Location => $"/v1/accounts/{Uri.EscapeDataString(EntityId)}/{Uri.EscapeDataString(AccountId)}";

    /// <summary>The account's grain; null where the caller may not see the legal entity.</summary>
    public IAccountGrain? Grain =>
        Caller.Scope.Allows(EntityId) ? Grains.Account(Key) : null;
}
