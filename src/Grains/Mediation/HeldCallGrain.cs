using BillingActors.Grains.Interfaces;

namespace BillingActors.Grains.Mediation;

/// <summary>Closes a long call that waited long enough for the rest of its parts.</summary>
internal sealed class HeldCallGrain(LongCalls calls) : Grain, IHeldCallGrain
{
    public Task Close(CancellationToken cancellation)
    {
        var name = this.GetPrimaryKeyString();
        var at = name.IndexOf('/', StringComparison.Ordinal);
        return calls.Close(name[..at], name[(at + 1)..], cancellation);
    }
}
