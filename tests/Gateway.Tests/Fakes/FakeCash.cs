using System.Reflection;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>
/// The money of an account that takes everything it is asked. No class of its own: beside a real silo it would be a
/// second grain of the interface.
/// </summary>
internal static class FakeCash
{
    public static IAccountCashGrain Of(string key)
    {
        var grain = DispatchProxy.Create<IAccountCashGrain, FakeGrains.Proxy>();
        var (entityId, accountId) = AccountKey.Split(key);
        ((FakeGrains.Proxy)(object)grain).Answer = (method, _) => method.ReturnType switch
        {
            var type when type == typeof(Task<Reply<Receipt>>) =>
                Task.FromResult(new Reply<Receipt>(new Receipt(entityId, accountId, 8))),
            var type when type == typeof(Task<Reply<ActionReceipt>>) => Task.FromResult(
                new Reply<ActionReceipt>(new ActionReceipt(entityId, accountId, 8, "F-1", "done"))),
            var type when type == typeof(Task<Reply<PaymentPreview>>) =>
                Task.FromResult(new Reply<PaymentPreview>(new PaymentPreview(null, 0, 0, 7))),
            _ => Task.FromResult<CashView?>(accountId == "nobody"
                ? null
                : new CashView(entityId, accountId, "AUD", 0, false, 0, [], [], [], [], 7)),
        };
        return grain;
    }
}
