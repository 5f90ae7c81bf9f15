namespace BillingActors.Cli.Client;

/// <summary>Nobody answers at the address.</summary>
internal sealed class UnreachableException(Uri address, Exception cause)
    : Exception($"{address} cannot be reached: {cause.Message}", cause);
