namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Gives a running dispute to another owner, or another due day.</summary>
/// <param name="DisputeId">Dispute.</param>
/// <param name="Owner">User or queue.</param>
/// <param name="DueOn">Until when it must be decided.</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("assign-dispute")]
public sealed record AssignDispute(
    [property: Id(0)] string DisputeId,
    [property: Id(1)] string Owner,
    [property: Id(2)] DateOnly DueOn,
    [property: Id(3)] DateOnly On);
