namespace BillingActors.Storage.Webhooks;

/// <summary>An event that somebody outside asks for.</summary>
/// <param name="Key">The account.</param>
/// <param name="Version">The event within the account.</param>
/// <param name="Type">Its name outside.</param>
internal sealed record NoticedEvent(string Key, long Version, string Type);
