namespace BillingActors.Grains.Interfaces.Commands;

/// <summary>What every command comes in: id, actor, source, time and reason.</summary>
/// <param name="CommandId">Makes the command safe to repeat: 8 to 255 characters.</param>
/// <param name="ActorKind">person, key, job or import.</param>
/// <param name="ActorId">User name, key id, job id or import id.</param>
/// <param name="Source">api, cli, run or import.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Reason">Why; required where money is changed by hand.</param>
/// <param name="PassesSoftLock">Whether the caller still books into months that are locked softly.</param>
[GenerateSerializer, Immutable, Alias("command-envelope")]
public sealed record CommandEnvelope(
    [property: Id(0)] string CommandId,
    [property: Id(1)] string ActorKind,
    [property: Id(2)] string ActorId,
    [property: Id(3)] string Source,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] string? Reason = null,
    [property: Id(6)] bool PassesSoftLock = false);
