namespace BillingActors.Storage.Audit;

/// <summary>An action on the installation itself: who, what, when, through which door.</summary>
/// <param name="At">When, on the real clock.</param>
/// <param name="ActorId">The person, or the program, such as "job:sealing".</param>
/// <param name="Source">The door: "console", "api", "cli", "job".</param>
/// <param name="Action">What was done, as a past participle, such as "key-made".</param>
/// <param name="Subject">To what.</param>
/// <param name="RequestId">
/// The request; the same action of the same request on the same subject is noted once.
/// </param>
public sealed record AuditEntry(
    DateTimeOffset At, string ActorId, string Source, string Action, AuditSubject Subject, string RequestId)
{
    /// <summary>The API key that was used; null where none was.</summary>
    public string? KeyId { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; init; }

    /// <summary>How it was before, as short text; null where nothing was held.</summary>
    public string? Before { get; init; }

    /// <summary>How it is after.</summary>
    public string? After { get; init; }

    /// <summary>The entry as stores keep it: whole microseconds, UTC.</summary>
    internal AuditEntry Stored => this with
    {
        At = new DateTimeOffset(At.UtcTicks - (At.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
    };
}
