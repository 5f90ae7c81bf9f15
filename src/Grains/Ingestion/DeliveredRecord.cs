using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>A record of the inbox on its way to its effect; source and id are what its sender named it by.</summary>
internal sealed record DeliveredRecord(
    InboxOffset Offset, string Source, string Id, ReadOnlyMemory<byte> Body, DateTimeOffset AcceptedAt);
