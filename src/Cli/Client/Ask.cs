namespace BillingActors.Cli.Client;

/// <summary>What goes with a call that changes something.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="Reason">Why, where a person must say so.</param>
/// <param name="IsNew">Whether the call must not replace anything.</param>
/// <param name="Version">The version it replaces, where it does.</param>
internal sealed record Ask(string Key, string? Reason = null, bool IsNew = false, long? Version = null)
{
    /// <summary>With a fresh key.</summary>
    public static Ask Fresh() => new(FreshKey());

    /// <summary>A key nobody used before.</summary>
    public static string FreshKey() => Guid.NewGuid().ToString("N");
}
