using System.Globalization;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Events;
using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>Something used, as its source reported it: a call, data or message, or an event.</summary>
/// <param name="Source">Who reports it, such as a switch; ids are unique in their source.</param>
/// <param name="Id">Id of the source: the same record delivered twice counts once.</param>
public sealed record UsageRecord(string Source, string Id)
{
    /// <summary>The contract it belongs to; null: the only one of the account that runs on its day.</summary>
    public string? ContractId { get; init; }

    /// <summary>The call, data or message; null: an event.</summary>
    public CallRecord? Call { get; init; }

    /// <summary>The event; null: a call, data or message.</summary>
    public UsageEvent? Event { get; init; }

    /// <summary>When it began.</summary>
    internal Instant At => Call?.Start ?? Event!.At;

    /// <summary>Id over all sources.</summary>
    internal string Name => string.Create(CultureInfo.InvariantCulture, $"{Source}/{Id}");

    /// <summary>The call as it is rated: its contract stands for the subscriber, so that no number is kept.</summary>
    internal CallRecord CallOf(string contractId) =>
        Call! with { Id = Name, SubscriberId = Call.SubscriberId ?? contractId };

    /// <summary>The event as it is rated.</summary>
    internal UsageEvent EventOf() => Event! with { Id = Name };
}
