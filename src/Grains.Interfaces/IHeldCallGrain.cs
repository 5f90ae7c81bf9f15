namespace BillingActors.Grains.Interfaces;

/// <summary>A long call of which parts came, keyed "source/call".</summary>
[Alias("held-call")]
public interface IHeldCallGrain : IGrainWithStringKey
{
    /// <summary>Has the call rated as far as its parts are there; harmless where it has ended.</summary>
    [Alias("close")]
    Task Close(CancellationToken cancellation);
}
