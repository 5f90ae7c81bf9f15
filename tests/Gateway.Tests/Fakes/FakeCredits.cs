using System.Collections.Immutable;
using System.Reflection;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>
/// Credits that answer with a receipt; nothing waits, and each request has one document. No class of its own: beside a
/// real silo it would be a second grain of the interface.
/// </summary>
internal static class FakeCredits
{
    public static IAccountCreditGrain Of(string key)
    {
        var (entityId, accountId) = AccountKey.Split(key);
        var grain = DispatchProxy.Create<IAccountCreditGrain, FakeGrains.Proxy>();
        ((FakeGrains.Proxy)(object)grain).Answer = (method, _) => method switch
        {
            { Name: nameof(IAccountCreditGrain.PreviewCredit) } => Task.FromResult(new Reply<CreditPreview>(
                new CreditPreview([new CreditPreviewLine(1, 1_000, 100, 500, 50)], [], 500, 50, 1_100, 550))),
            { ReturnType: var type } when type == typeof(Task<Reply<ActionReceipt>>) => Task.FromResult(
                new Reply<ActionReceipt>(new ActionReceipt(entityId, accountId, 8, "AD-1", "done"))),
            { ReturnType: var type } when type == typeof(Task<ImmutableArray<string>?>) =>
                Task.FromResult<ImmutableArray<string>?>(["ev-1"]),
            _ => Task.FromResult<ImmutableArray<PendingActionView>?>([]),
        };
        return grain;
    }
}
