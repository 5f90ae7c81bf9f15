namespace BillingActors.Storage.Notes;

/// <summary>Which notes of an account are meant.</summary>
/// <param name="Kind">Of one kind alone; null for all.</param>
/// <param name="IsPinnedOnly">Only what stands at the head of the account.</param>
/// <param name="WithWithdrawn">Also what was withdrawn.</param>
public sealed record NoteFilter(string? Kind = null, bool IsPinnedOnly = false, bool WithWithdrawn = false);
