using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads the collection of an account, and what would happen next.</summary>
internal sealed class CollectionReading(IGrainFactory grains)
{
    /// <summary>Kinds of blocks, as the domain has them.</summary>
    public static IReadOnlyList<string> BlockKinds { get; } =
    [
        "manual", "complaint", "hardship", "payment-in-flight", "insolvency", "deceased", "legal", "life-support",
        "medical-certificate", "assistance-pending",
    ];

    /// <summary>The collection; null where there is no account the person may see.</summary>
    public async Task<CollectionView?> Of(
        Caller caller, string entityId, string accountId, CancellationToken cancellation) =>
        caller.Scope.Allows(entityId) ? await Grain(entityId, accountId).ViewCollection(cancellation) : null;

    /// <summary>What dunning would do on a day.</summary>
    public Task<DunningPreviewView?> Next(
        string entityId, string accountId, DateOnly on, CancellationToken cancellation) =>
        Grain(entityId, accountId).PreviewDunning(on, cancellation);

    /// <summary>The grain of an account's collection.</summary>
    public IAccountCollectionsGrain Grain(string entityId, string accountId) =>
        grains.GetGrain<IAccountCollectionsGrain>(AccountKey.Of(entityId, accountId));
}
