using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Commands;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Command envelopes and refusals, wire ↔ domain.</summary>
internal static class EnvelopeMapping
{
    public static CommandContext ToContext(this CommandEnvelope envelope) => new(
        envelope.CommandId,
        new Actor(ToActorKind(envelope.ActorKind), envelope.ActorId),
        envelope.Source,
        Instant.FromDateTimeOffset(envelope.At),
        string.IsNullOrWhiteSpace(envelope.Reason) ? null : envelope.Reason)
    {
        PassesSoftLock = envelope.PassesSoftLock,
    };

    public static string ToWire(this ActorKind kind) => kind switch
    {
        ActorKind.Person => "person",
        ActorKind.Key => "key",
        ActorKind.Job => "job",
        _ => "import",
    };

    public static Reply<T> ToReply<T>(this Refusal refusal)
        where T : class => Reply<T>.No(refusal.Code, refusal.Detail);

    private static ActorKind ToActorKind(string kind) => kind switch
    {
        "person" => ActorKind.Person,
        "key" => ActorKind.Key,
        "job" => ActorKind.Job,
        "import" => ActorKind.Import,
        _ => throw new ArgumentException($"'{kind}' is no kind of actor.", nameof(kind)),
    };
}
