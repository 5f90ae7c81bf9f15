namespace BillingActors.Storage.MasterData;

/// <summary>A word a customer can be found by; only a keyed hash of it is stored.</summary>
/// <param name="Field">"name", "phone" or "email".</param>
/// <param name="Text">The text as entered; the store normalises and splits it.</param>
public sealed record SearchTerm(string Field, string Text);
