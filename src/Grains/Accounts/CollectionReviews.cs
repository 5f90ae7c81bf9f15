using BillingActors.Grains.Interfaces;
using BillingActors.Grains.MasterData;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// What looks at the collection of accounts have in common, whether an account looks itself or is looked at in a page:
/// the policies of a legal entity, the day it is there, and the command id of a look.
/// </summary>
internal sealed class CollectionReviews(
    MasterCatalogue catalogue, [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
{
    /// <summary>What the looks of one legal entity go by now; null when there is none.</summary>
    public async Task<CollectionReviewDesk?> Desk(string entityId, CancellationToken cancellation)
    {
        if (await catalogue.Entity(entityId, cancellation) is not { } entity)
            return null;
        var now = clock.GetUtcNow();
        return new CollectionReviewDesk(
            await catalogue.DunningPolicies(entityId, cancellation),
            await catalogue.DisputePolicy(entityId, cancellation),
            entity.Deposits,
            now,
            Instant.FromDateTimeOffset(now).InZone(entity.Zone).Date);
    }
}
