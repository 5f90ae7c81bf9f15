namespace BillingActors.Gateway.Console.Readings;

/// <summary>A document that a note can be about.</summary>
/// <param name="Key">Its kind and id, such as "invoice/north.A-1.5".</param>
/// <param name="Name">What people call it.</param>
internal sealed record NoteChoice(string Key, string Name);
