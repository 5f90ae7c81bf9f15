namespace BillingActors.Storage.Accounts;

/// <summary>The database found postings of one event that do not sum to zero; nothing of the flush is stored.</summary>
public sealed class UnbalancedEntryException(string accountKey, long version)
    : Exception($"The postings of event {version} of account {accountKey} do not sum to zero.");
