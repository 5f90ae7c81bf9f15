namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>A deposit in a list over accounts.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="DepositId">Deposit.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Status">assessed, requested, partly-paid, held, released or cancelled.</param>
/// <param name="Basis">hand, fixed-amount, bills or estimate.</param>
/// <param name="AmountMinor">What the customer is to deposit.</param>
/// <param name="PaidMinor">What was paid.</param>
/// <param name="HeldMinor">What is held.</param>
/// <param name="InterestMinor">Interest credited so far.</param>
/// <param name="AssessedOn">When it was decided.</param>
/// <param name="PaidOn">Since when it is paid whole.</param>
[GenerateSerializer, Immutable, Alias("deposit-row")]
public sealed record DepositRow(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string DepositId,
    [property: Id(3)] string Currency,
    [property: Id(4)] string Status,
    [property: Id(5)] string Basis,
    [property: Id(6)] long AmountMinor,
    [property: Id(7)] long PaidMinor,
    [property: Id(8)] long HeldMinor,
    [property: Id(9)] long InterestMinor,
    [property: Id(10)] DateOnly AssessedOn,
    [property: Id(11)] DateOnly? PaidOn);
