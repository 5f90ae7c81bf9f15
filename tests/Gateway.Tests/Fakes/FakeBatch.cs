using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Cash;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>A batch that ties and is done at once.</summary>
internal sealed class FakeBatch(string key) : IPaymentBatchGrain
{
    private readonly string _batchId = CashKey.Split(key).CashId;

    public Task<Reply<ImportView>> Post(
        CommandEnvelope envelope, PaymentBatch batch, CancellationToken cancellation) =>
        Task.FromResult(new Reply<ImportView>(Done(batch.Lines.IsDefault ? 0 : batch.Lines.Length)));

    public Task<ImportView?> View(CancellationToken cancellation) =>
        Task.FromResult<ImportView?>(_batchId == "nobody" ? null : Done(1));

    private ImportView Done(int count) => new(
        _batchId, _batchId, "payment-batch", "done", "ab", count, count, 0, 0, 0, DateTimeOffset.UnixEpoch, "p", []);
}
