namespace BillingActors.Storage.Ledger.Journals;

/// <summary>
/// A line of a transaction: an account by its full name and an amount in minor units, debit positive.
/// </summary>
internal readonly record struct JournalLine(string Account, long AmountMinor);
