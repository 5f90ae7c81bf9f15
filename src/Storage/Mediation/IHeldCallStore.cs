using System.Collections.Immutable;

namespace BillingActors.Storage.Mediation;

/// <summary>Long calls of which networks report parts: they are held, sealed, until they can be rated as one.</summary>
public interface IHeldCallStore
{
    /// <summary>
    /// Holds parts, and answers what became of each in their order; a part that is there already changes nothing. A
    /// call that is not complete is a row of the worklist, and is due to be closed at the time given with its first
    /// part.
    /// </summary>
    Task<ImmutableArray<HeldOutcome>> Hold(
        string importId, ImmutableArray<HeldPart> parts, DateTimeOffset dueAt, CancellationToken cancellation);

    /// <summary>The parts of a call that nobody has rated or given up, in order; else none.</summary>
    Task<ImmutableArray<HeldPart>> Open(string source, string callId, CancellationToken cancellation);

    /// <summary>
    /// Ends a call: its parts are only known from here on, its row of the worklist and its due work are done. Joined is
    /// a call that was complete, closed one that was not; one that a person dropped stays dropped.
    /// </summary>
    Task End(string source, string callId, bool isComplete, CancellationToken cancellation);
}
