using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Rating.State;

/// <summary>A connection that may go on in another record.</summary>
/// <param name="Session">Id that its records share.</param>
/// <param name="Event">What it is: "call", "data".</param>
/// <param name="Subscriber">Whose it is.</param>
/// <param name="LastStart">When its latest record began.</param>
/// <param name="IsConnected">Whether the connection was paid.</param>
/// <param name="Elapsed">Seconds, bytes or count so far.</param>
/// <param name="Rated">How far it was rated, in whole increments.</param>
/// <param name="Exact">What it costs so far, before limits and rounding.</param>
/// <param name="Charged">What was charged for it so far.</param>
public sealed record CallSession(
    string Session,
    string Event,
    string Subscriber,
    Instant LastStart,
    bool IsConnected,
    decimal Elapsed,
    decimal Rated,
    decimal Exact,
    decimal Charged)
{
    /// <summary>How much of it allowances covered, where the steps of its rate pass over that.</summary>
    public decimal Covered { get; init; }

    /// <summary>How much was billed beyond what was used, which its next record takes back.</summary>
    public decimal Filled { get; init; }

    /// <summary>Price of a unit of that.</summary>
    public decimal FilledPrice { get; init; }

    /// <summary>The destination of its latest record, where increments or steps are counted by destination.</summary>
    public string? Destination { get; init; }

    /// <summary>How far it had come where that destination began, less what it had used there before.</summary>
    public decimal DestinationFrom { get; init; }

    /// <summary>What it used at other destinations before, by their names; null where there is nothing.</summary>
    public ImmutableArray<DestinationUse>? Earlier { get; init; }

    /// <summary>The highest least of the rates that priced a part of it, where that counts.</summary>
    public decimal Least { get; init; }
}
