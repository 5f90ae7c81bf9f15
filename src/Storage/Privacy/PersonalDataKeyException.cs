namespace BillingActors.Storage.Privacy;

/// <summary>Personal data cannot be read or written: the key is missing, malformed, or not the one it was written with.</summary>
public sealed class PersonalDataKeyException(string message, Exception? inner = null) : Exception(message, inner);
