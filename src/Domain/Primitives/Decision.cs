using System.Collections.Immutable;

namespace BillingActors.Domain.Primitives;

/// <summary>What a decider answers: events to store, or a refusal, or nothing because it is already so.</summary>
public sealed record Decision<TEvent>
{
    private Decision(ImmutableArray<TEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>No event and no refusal: the command had its effect before.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], null);

    /// <summary>What happened, in order; empty for a refusal.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the command was refused.</summary>
    public bool IsRefused => Refusal is not null;

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);

    public static implicit operator Decision<TEvent>(ImmutableArray<TEvent> happened) => new(happened, null);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
