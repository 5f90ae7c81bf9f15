namespace BillingActors.Storage.Privacy;

/// <summary>A keyed hash of a word or its beginning.</summary>
internal readonly record struct SearchToken(SearchField Field, byte[] Hash);
