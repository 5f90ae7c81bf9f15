using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>One piece of unidentified cash, keyed "entity/receipt".</summary>
[Alias("unidentified-cash-grain")]
public interface IUnidentifiedCashGrain : IGrainWithStringKey
{
    /// <summary>Moves it to the account it belongs to, once; repeated it goes on where it stopped.</summary>
    [Alias("move")]
    Task<Reply<Receipt>> Move(CommandEnvelope envelope, FoundAccount found, CancellationToken cancellation);
}
