using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Storage.Inbox;

/// <summary>A row of the quarantine as it is stored: without its content in clear.</summary>
internal sealed record QuarantineRow(QuarantineView View, string State, byte[] Body)
{
    /// <summary>Whether its body holds the one record, and not a row that cannot be read.</summary>
    public bool HasRecord => View.Subject is not null;
}
