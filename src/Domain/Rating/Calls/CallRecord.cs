using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>One call, data session or message, as the network counted it.</summary>
/// <param name="Id">Id, used once; among records that begin together it decides the order.</param>
/// <param name="Start">When it began.</param>
/// <param name="Quantity">Seconds of a call, bytes of data, or a count.</param>
/// <param name="From">Who called; the subscriber, where he called.</param>
/// <param name="To">Who was called; the subscriber, where he was called.</param>
/// <param name="Direction">Whether the subscriber called or was called.</param>
public sealed record CallRecord(
    string Id, Instant Start, decimal Quantity, string From, string To, CallDirection Direction)
{
    /// <summary>What it was: "call", "data", "sms" or a word of the tariff.</summary>
    public string Event { get; init; } = "call";

    /// <summary>Id that the records of one connection share; null where it stands alone.</summary>
    public string? Session { get; init; }

    /// <summary>Whether it goes on where the record of the session before it stopped.</summary>
    public bool IsContinuation { get; init; }

    /// <summary>Network that served the subscriber abroad; null at home.</summary>
    public string? Network { get; init; }

    /// <summary>Id of the subscriber; null: his number stands for him.</summary>
    public string? SubscriberId { get; init; }

    /// <summary>Whose record it is.</summary>
    public string Subscriber => SubscriberId ?? (Direction == CallDirection.Out ? From : To);

    /// <summary>
    /// The number as the network routed it, by which its destination is found; null: as it was called. A number that
    /// was ported keeps its digits and has another network.
    /// </summary>
    public string? Route { get; init; }

    /// <summary>The other end.</summary>
    public string Party => Route ?? (Direction == CallDirection.Out ? To : From);
}
