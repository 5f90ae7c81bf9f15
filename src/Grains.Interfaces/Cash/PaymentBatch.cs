using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Payments that are posted together, and only if they come to the control totals.</summary>
/// <param name="BatchId">Batch; unique in its legal entity.</param>
/// <param name="Currency">Currency of all lines.</param>
/// <param name="ControlCount">How many lines there must be.</param>
/// <param name="ControlMinor">What they must sum to, in minor units.</param>
/// <param name="Lines">The lines.</param>
[GenerateSerializer, Immutable, Alias("payment-batch")]
public sealed record PaymentBatch(
    [property: Id(0)] string BatchId,
    [property: Id(1)] string Currency,
    [property: Id(2)] int ControlCount,
    [property: Id(3)] long ControlMinor,
    [property: Id(4)] ImmutableArray<PaymentBatchLine> Lines);
