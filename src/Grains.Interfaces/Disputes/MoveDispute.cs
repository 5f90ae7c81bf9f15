namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Moves a dispute on.</summary>
/// <param name="DisputeId">Dispute.</param>
/// <param name="Stage">"in-review", "waiting", "withdrawn" or "closed".</param>
/// <param name="On">Day.</param>
/// <param name="NoteCode">Note, a code of the list of notes.</param>
[GenerateSerializer, Immutable, Alias("move-dispute")]
public sealed record MoveDispute(
    [property: Id(0)] string DisputeId,
    [property: Id(1)] string Stage,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] string? NoteCode = null);
