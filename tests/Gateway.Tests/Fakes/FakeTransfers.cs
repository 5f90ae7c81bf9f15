using System.Collections.Immutable;
using System.Reflection;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Transfers;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>
/// Transfers that arrive at once, and one that is there to be seen. No class of its own: beside a real silo it would be
/// a second grain of the interface.
/// </summary>
internal static class FakeTransfers
{
    private static readonly DateOnly Day = new(2025, 1, 31);

    private static readonly TransferView Done = new(
        "T-1", "out", "A-2", "done", null, "EUR", 7140, 0,
        [new TransferItemView("I-1", "INV-00000042", "invoice", 7140, Day, Day.AddDays(14))], Day);

    public static IAccountTransferGrain Of(string key) => Make<IAccountTransferGrain>((method, arguments) =>
        method.Name switch
        {
            nameof(IAccountTransferGrain.Transfers) => Task.FromResult<ImmutableArray<TransferView>?>([Done]),
            nameof(IAccountTransferGrain.Transfer) =>
                Task.FromResult(arguments[0] is "T-1" ? Done : null),
            _ => throw new NotSupportedException($"{method.Name} of {key}"),
        });

    public static ITransferGrain DeskOf(string key)
    {
        var (entityId, accountId) = AccountKey.Split(key);
        return Make<ITransferGrain>((_, arguments) => Array.Find(arguments, IsOrder) switch
        {
            TransferOrder order => Task.FromResult(new Reply<TransferReceipt>(
                new TransferReceipt(entityId, accountId, 8, order.TransferId, "done"))),
            MoveOutOrder order => Task.FromResult(new Reply<MoveOutReceipt>(
                new MoveOutReceipt(entityId, accountId, 8, order.MoveOutId, "I-1", "done"))),
            _ => Task.CompletedTask,
        });
    }

    private static bool IsOrder(object? argument) => argument is TransferOrder or MoveOutOrder;

    private static T Make<T>(Func<MethodInfo, object?[], object?> answer)
        where T : class
    {
        var grain = DispatchProxy.Create<T, FakeGrains.Proxy>();
        ((FakeGrains.Proxy)(object)grain).Answer = answer;
        return grain;
    }
}
