using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Meters;

namespace BillingActors.Grains.Metering;

/// <summary>Takes reads entered by hand; the same again changes nothing, another value is a correction.</summary>
internal sealed class ReadDesk(MasterCatalogue catalogue, IMeterDataStore meters)
{
    /// <summary>Stores all of them, or none and why.</summary>
    public async Task<Refusal?> Enter(string servicePointId, EnterReads wanted, CancellationToken cancellation)
    {
        var points = await catalogue.ServicePoints([servicePointId], cancellation);
        var decision = ReadEntry.Decide(points.GetValueOrDefault(servicePointId), wanted);
        if (decision.Refusal is { } refusal)
            return refusal;
        await meters.Enter(decision.Events, cancellation);
        return null;
    }
}
