using NodaTime;

namespace BillingActors.Domain.Primitives;

/// <summary>The envelope every command comes in.</summary>
/// <param name="CommandId">
/// Makes the command safe to repeat: 8 to 255 characters, unique per account and intent.
/// </param>
/// <param name="Actor">Who asks.</param>
/// <param name="Source">Where it came in: "api", "cli", "run", "import".</param>
/// <param name="At">When it was asked.</param>
/// <param name="Reason">Why, required where money is changed by hand.</param>
public sealed record CommandContext(string CommandId, Actor Actor, string Source, Instant At, string? Reason = null)
{
    /// <summary>Whether the caller still books into months that are locked softly; it is not stored.</summary>
    public bool PassesSoftLock { get; init; }
}
