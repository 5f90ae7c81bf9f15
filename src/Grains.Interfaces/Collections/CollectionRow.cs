namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>An account in the collectors' worklist.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Currency">Currency.</param>
/// <param name="BalanceMinor">Balance.</param>
/// <param name="Segment">Segment.</param>
/// <param name="Jurisdiction">Jurisdiction.</param>
/// <param name="Level">Highest level.</param>
/// <param name="LetterOn">Last letter.</param>
/// <param name="Blocks">Kinds of its blocks.</param>
/// <param name="PromiseMinor">Running promise.</param>
/// <param name="PromiseOn">Its day.</param>
/// <param name="PlanId">Running plan.</param>
/// <param name="PlanOn">Its next instalment.</param>
/// <param name="AgencyId">Agency.</param>
/// <param name="Supply">"", "cut-ordered", "cut" or "reconnect-ordered".</param>
[GenerateSerializer, Immutable, Alias("collection-row")]
public sealed record CollectionRow(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Currency,
    [property: Id(3)] long BalanceMinor,
    [property: Id(4)] string Segment,
    [property: Id(5)] string Jurisdiction,
    [property: Id(6)] int Level,
    [property: Id(7)] DateOnly? LetterOn,
    [property: Id(8)] string Blocks,
    [property: Id(9)] long? PromiseMinor,
    [property: Id(10)] DateOnly? PromiseOn,
    [property: Id(11)] string? PlanId,
    [property: Id(12)] DateOnly? PlanOn,
    [property: Id(13)] string? AgencyId,
    [property: Id(14)] string Supply);
