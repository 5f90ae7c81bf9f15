namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>When a charge applies: by what a charge before it bills in a full bill period.</summary>
/// <param name="Charge">Code of that charge.</param>
/// <param name="Above">It bills more than this; absent: no limit.</param>
/// <param name="UpTo">It bills at most this; absent: no limit.</param>
[GenerateSerializer, Immutable, Alias("tariff-use-condition")]
public sealed record UseConditionDocument(
    [property: Id(0)] string Charge,
    [property: Id(1)] decimal? Above = null,
    [property: Id(2)] decimal? UpTo = null);
