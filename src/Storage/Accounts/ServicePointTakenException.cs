namespace BillingActors.Storage.Accounts;

/// <summary>A contract of another account has the service point on some of the same days; nothing is stored.</summary>
public sealed class ServicePointTakenException(string accountKey, string servicePointId)
    : Exception($"Another account has service point {servicePointId} at the time account {accountKey} wants it.")
{
    /// <summary>The account that came second.</summary>
    public string AccountKey { get; } = accountKey;

    /// <summary>The service point.</summary>
    public string ServicePointId { get; } = servicePointId;
}
