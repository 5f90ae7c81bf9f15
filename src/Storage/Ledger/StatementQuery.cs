namespace BillingActors.Storage.Ledger;

/// <summary>Which account's statement is asked for.</summary>
/// <param name="AccountKey">"entity/account".</param>
/// <param name="Zone">IANA zone of the legal entity's days.</param>
/// <param name="Version">As the account stood at this version; null: as it stands now.</param>
/// <param name="IsByDocument">Ages count from the document date instead of the due date.</param>
public sealed record StatementQuery(string AccountKey, string Zone, long? Version, bool IsByDocument);
