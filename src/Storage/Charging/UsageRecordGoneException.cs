namespace BillingActors.Storage.Charging;

/// <summary>A record that was set aside was given up while it was being rated; nothing is stored.</summary>
public sealed class UsageRecordGoneException(string accountKeys)
    : Exception($"Records that were to be rated again were given up meanwhile: {accountKeys}.");
