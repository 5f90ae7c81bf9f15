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

    /// <summary>
    /// Closes a call to further parts and ends its row of the worklist, and answers its parts in order, again and again
    /// until <see cref="End"/> says that they were handed on; until then it is due at the time given. There are none
    /// where they were, or where a person dropped the call.
    /// </summary>
    Task<ImmutableArray<HeldPart>> Close(
        string source, string callId, DateTimeOffset againAt, CancellationToken cancellation);

    /// <summary>Ends a call that was closed: what its parts say is gone, and its due work is done.</summary>
    Task End(string source, string callId, CancellationToken cancellation);
}
