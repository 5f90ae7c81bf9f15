namespace BillingActors.Storage.Privacy;

/// <summary>How long a kind of record is kept, and the change that waits for a second person.</summary>
/// <param name="Name">documents, reads, notes or calls.</param>
/// <param name="Years">Years after the end of the year the record is of.</param>
/// <param name="AskedYears">Years somebody asked for; null when nothing waits.</param>
/// <param name="AskedBy">Who asked.</param>
public sealed record StoredRetention(string Name, int Years, int? AskedYears, string? AskedBy);
