namespace BillingActors.Storage.Inbox;

/// <summary>Rows of the quarantine after an id, at most so many.</summary>
public sealed record QuarantineRange(long AfterId, int CountMax);
