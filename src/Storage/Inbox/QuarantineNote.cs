namespace BillingActors.Storage.Inbox;

/// <summary>How a row of the quarantine ends: redriven or discarded, by whom, and why.</summary>
internal sealed record QuarantineNote(string State, string ActorId, string Note);
