namespace BillingActors.Gateway.Notes;

/// <summary>A document of an account that a note is about.</summary>
/// <param name="Kind">"invoice" (also a credit memo) or "dispute".</param>
/// <param name="Id">Its id; of an invoice also its number.</param>
public sealed record NoteDocument(string Kind, string Id);
