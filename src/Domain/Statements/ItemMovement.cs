using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Statements;

/// <summary>What an event changed of an open item.</summary>
/// <param name="Item">The item, with what was open of it after the event (before it, where it was settled).</param>
/// <param name="AmountMinor">Added to what is open; negative where it was settled.</param>
public sealed record ItemMovement(OpenItem Item, long AmountMinor);
