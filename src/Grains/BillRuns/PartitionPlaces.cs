using Orleans.Runtime.Placement;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// Says where the partitions of a run begin to work: one after the other over the silos, so that no silo has two while
/// another has none. Left to themselves they go where it is quiet at that moment, which two that begin at once both
/// find in the same place. It is a wish: a partition that works already stays, and a silo that is gone gets none.
/// </summary>
internal sealed class PartitionPlaces(IClusterMembershipService membership, ILocalSiloDetails local)
{
    /// <summary>Calls a partition of a run; where it is not at work yet, it begins in its place.</summary>
    public async Task<T> Call<T>(int number, Func<Task<T>> call)
    {
        // The context goes with this call only: whatever an async method sets in it ends with the method.
        if (Place(number) is { } silo)
            RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        return await call();
    }

    // The first is where the run itself is, the others follow in the order of addresses.
    private SiloAddress? Place(int number)
    {
        var silos = membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active)
            .Select(member => member.SiloAddress)
            .Order()
            .ToArray();
        var own = Array.IndexOf(silos, local.SiloAddress);
        return own < 0 ? null : silos[(own + number) % silos.Length];
    }
}
