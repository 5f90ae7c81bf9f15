using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Mediation;

/// <summary>Closes a long call that waited long enough for the rest of its parts.</summary>
internal sealed class HeldCallGrain(LongCalls calls) : Grain, IHeldCallGrain
{
    public async Task Close(CancellationToken cancellation)
    {
        var name = this.GetPrimaryKeyString();
        var at = name.IndexOf('/', StringComparison.Ordinal);
        try
        {
            await calls.Close(name[..at], name[(at + 1)..], cancellation);
        }
        catch (InboxFullException)
        {
            // It is closed and stays due, so it is handed on when the stream has room.
        }
    }
}
