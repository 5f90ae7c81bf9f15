using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>One batch of payments, keyed "entity/batch".</summary>
[Alias("payment-batch-grain")]
public interface IPaymentBatchGrain : IGrainWithStringKey
{
    /// <summary>Accepts the batch if it ties; from then on each line has its effect once, whatever happens.</summary>
    [Alias("post")]
    Task<Reply<ImportView>> Post(CommandEnvelope envelope, PaymentBatch batch, CancellationToken cancellation);

    /// <summary>How far it is, or null.</summary>
    [AlwaysInterleave, Alias("view")]
    Task<ImportView?> View(CancellationToken cancellation);
}
