namespace BillingActors.Grains.Ingestion;

/// <summary>Another grain has taken the partition over; what this one did is recognised there.</summary>
internal sealed class StaleClaimException(string partition)
    : Exception($"Partition '{partition}' was taken over; its checkpoint is not moved from here.");
