namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Money that came in and nobody knows for whom; it waits for a person until its account is found.</summary>
/// <param name="EntityId">Legal entity that has the money.</param>
/// <param name="NamedAccount">The account the payer named, which there is not; or null.</param>
/// <param name="Payment">The money; its receipt id names it here too.</param>
/// <param name="BookedOn">When it was booked.</param>
/// <param name="State">open, moving or moved.</param>
/// <param name="AccountId">The account it was found to belong to.</param>
[GenerateSerializer, Immutable, Alias("unidentified-cash")]
public sealed record UnidentifiedCash(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string? NamedAccount,
    [property: Id(2)] Payment Payment,
    [property: Id(3)] DateOnly BookedOn,
    [property: Id(4)] string State = "open",
    [property: Id(5)] string? AccountId = null);
