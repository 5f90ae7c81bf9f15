using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>The rules of disputes at a legal entity; its id is that of the entity.</summary>
/// <param name="Id">The legal entity.</param>
/// <param name="Reasons">Reasons to choose from.</param>
/// <param name="RootCauses">Root causes to choose from.</param>
/// <param name="Notes">Notes to choose from.</param>
/// <param name="GraceDays">Days without dunning after a rejection.</param>
/// <param name="EscalateTo">Who gets what is late.</param>
[GenerateSerializer, Immutable, Alias("dispute-policy-record")]
public sealed record DisputePolicyRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] ImmutableArray<DisputeReasonRecord> Reasons,
    [property: Id(2)] ImmutableArray<CodeName> RootCauses,
    [property: Id(3)] ImmutableArray<CodeName> Notes,
    [property: Id(5)] int GraceDays,
    [property: Id(6)] string EscalateTo);
