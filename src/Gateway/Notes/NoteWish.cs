namespace BillingActors.Gateway.Notes;

/// <summary>A note to be written.</summary>
/// <param name="Kind">How people were in contact: phone, email, letter, message, visit or internal.</param>
/// <param name="Text">Plain text of 1 to 2,000 characters; lines may be broken.</param>
/// <param name="IsPinned">Whether it stands at the head of the account from now on.</param>
/// <param name="About">A document of the account; null for the account as such.</param>
public sealed record NoteWish(string Kind, string Text, bool IsPinned = false, NoteDocument? About = null);
