using NodaTime;

namespace BillingActors.Domain.Privacy;

/// <summary>What decides how long a person's data must be kept.</summary>
/// <param name="OpenAccountCount">Accounts that are open.</param>
/// <param name="UnsettledAccountCount">Closed accounts on which something is owed, either way.</param>
/// <param name="LastDocumentOn">Day of the newest invoice or credit memo; null when there is none.</param>
/// <param name="LastNoteOn">Day of the newest note of an account; null when there is none.</param>
public sealed record PersonFacts(
    int OpenAccountCount, int UnsettledAccountCount, LocalDate? LastDocumentOn, LocalDate? LastNoteOn = null);
