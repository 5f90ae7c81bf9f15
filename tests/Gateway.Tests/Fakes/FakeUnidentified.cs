using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Cash;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Unidentified cash that moves wherever it is told.</summary>
internal sealed class FakeUnidentified(string key) : IUnidentifiedCashGrain
{
    public Task<Reply<Receipt>> Move(CommandEnvelope envelope, FoundAccount found, CancellationToken cancellation)
    {
        var (entityId, cashId) = CashKey.Split(key);
        return Task.FromResult(new Reply<Receipt>(new Receipt(entityId, found.AccountId, 8, cashId)));
    }
}
