using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>A deposit.</summary>
/// <param name="DepositId">Deposit.</param>
/// <param name="Status">assessed, requested, partly-paid, held, released or cancelled.</param>
/// <param name="Basis">hand, fixed-amount, bills or estimate.</param>
/// <param name="AssessedOn">When it was decided.</param>
/// <param name="AmountMinor">What the customer is to deposit.</param>
/// <param name="PaidMinor">What was paid.</param>
/// <param name="HeldMinor">
/// What is held; negative where a payment came back after the deposit was given back.
/// </param>
/// <param name="PaidOn">Since when it is paid whole.</param>
/// <param name="InterestMinor">Interest credited so far.</param>
/// <param name="InterestUntil">The days before are credited.</param>
/// <param name="Instalments">The parts it was asked for in.</param>
[GenerateSerializer, Immutable, Alias("deposit-view")]
public sealed record DepositView(
    [property: Id(0)] string DepositId,
    [property: Id(1)] string Status,
    [property: Id(2)] string Basis,
    [property: Id(3)] DateOnly AssessedOn,
    [property: Id(4)] long AmountMinor,
    [property: Id(5)] long PaidMinor,
    [property: Id(6)] long HeldMinor,
    [property: Id(7)] DateOnly? PaidOn,
    [property: Id(8)] long InterestMinor,
    [property: Id(9)] DateOnly? InterestUntil,
    [property: Id(10)] ImmutableArray<DepositInstalmentView> Instalments);
