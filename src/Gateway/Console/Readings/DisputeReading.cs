using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads disputes, and what people choose from at one.</summary>
internal sealed class DisputeReading(IGrainFactory grains)
{
    /// <summary>The disputes of an account; null where there is none the person may see.</summary>
    public async Task<DisputesView?> Of(
        Caller caller, string entityId, string accountId, CancellationToken cancellation) =>
        caller.Scope.Allows(entityId) ? await Grain(entityId, accountId).ViewDisputes(cancellation) : null;

    /// <summary>Reasons and root causes of a legal entity.</summary>
    public async Task<(ImmutableArray<CodeName> Reasons, ImmutableArray<CodeName> RootCauses)> Choices(
        Caller caller, string entityId, CancellationToken cancellation)
    {
        var view = await grains.Find(caller, (MasterKindName.DisputePolicy, entityId), cancellation);
        return view?.Content.DisputePolicy is { } policy
            ? ([.. policy.Reasons.Select(reason => new CodeName(reason.Code, reason.Name))], policy.RootCauses)
            : (DisputeCodes.Reasons, DisputeCodes.RootCauses);
    }

    /// <summary>The grain of an account's disputes.</summary>
    public IAccountDisputesGrain Grain(string entityId, string accountId) =>
        grains.GetGrain<IAccountDisputesGrain>(AccountKey.Of(entityId, accountId));
}
