namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Notes that somebody tried to reach the customer.</summary>
/// <param name="ContactId">Attempt.</param>
/// <param name="Channel">Such as "phone".</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("record-contact")]
public sealed record RecordContact(
    [property: Id(0)] string ContactId,
    [property: Id(1)] string Channel,
    [property: Id(2)] DateOnly On);
