namespace BillingActors.Storage.Notes;

/// <summary>A note as its row has it, without its text in the clear.</summary>
internal sealed record NoteRow(AccountNote Note, byte[] Body);
