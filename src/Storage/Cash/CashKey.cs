namespace BillingActors.Storage.Cash;

/// <summary>"entity/receipt": what unidentified cash is called in lists and as a grain.</summary>
public static class CashKey
{
    /// <summary>The key of a piece of cash.</summary>
    public static string Of(string entityId, string cashId) => entityId + "/" + cashId;

    /// <summary>Its parts; empty for the empty key, which comes before all.</summary>
    public static (string EntityId, string CashId) Split(string key)
    {
        var at = key.IndexOf('/', StringComparison.Ordinal);
        return at < 0 ? (key, "") : (key[..at], key[(at + 1)..]);
    }
}
