using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>What a dunning run would do to an account on a day.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="PolicyId">Policy.</param>
/// <param name="On">Day.</param>
/// <param name="Hold">"none" where a letter goes out, else why none does.</param>
/// <param name="Level">Level of the letter.</param>
/// <param name="Items">What is due.</param>
/// <param name="CreditMinor">Credit taken off.</param>
/// <param name="FeeMinor">Fee.</param>
[GenerateSerializer, Immutable, Alias("dunning-preview-view")]
public sealed record DunningPreviewView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string PolicyId,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] string Hold,
    [property: Id(5)] int Level,
    [property: Id(6)] ImmutableArray<LetterItemView> Items,
    [property: Id(7)] long CreditMinor,
    [property: Id(8)] long FeeMinor);
