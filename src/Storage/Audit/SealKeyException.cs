namespace BillingActors.Storage.Audit;

/// <summary>Seals cannot be signed or read: a key or a file is missing or not well formed.</summary>
public sealed class SealKeyException(string message, Exception? inner = null) : Exception(message, inner);
