namespace BillingActors.Cli.Client;

/// <summary>Addresses of the gateway's resources.</summary>
internal static class Paths
{
    public const string Webhooks = "v1/webhooks";

    public static string Import(string id) => $"v1/imports/{Escape(id)}";

    public static string Run(string id, string step = "") => $"v1/bill-runs/{Escape(id)}{step}";

    public static string Invoice(string id, string part = "") => $"v1/invoices/{Escape(id)}{part}";

    public static string Tariff(string id, string part = "") => $"v1/tariffs/{Escape(id)}{part}";

    public static string Entity(string id, string part = "") => $"v1/legal-entities/{Escape(id)}{part}";

    public static string Webhook(string id, string part = "") => $"{Webhooks}/{Escape(id)}{part}";

    public static string Record(string kind, string id) => $"v1/{kind}/{Escape(id)}";

    public static string Ledger(string entityId, string part) => $"v1/ledger/{Escape(entityId)}{part}";

    public static string Worklist(long id, string step) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"v1/worklist/{id}{step}");

    /// <summary>An account by its "entity/account".</summary>
    public static string Account(string key, string part = "")
    {
        var parts = key.Split('/');
        return parts is [{ Length: > 0 } entity, { Length: > 0 } account]
            ? $"v1/accounts/{Escape(entity)}/{Escape(account)}{part}"
            : throw new UsageException($"'{key}' is no account: write ENTITY/ACCOUNT.");
    }

    /// <summary>A list with the filters that are given.</summary>
    public static string List(string path, params (string Name, string? Value)[] filters)
    {
        var given = filters.Where(filter => filter.Value is not null)
            .Select(filter => $"{filter.Name}={Escape(filter.Value!)}");
        var query = string.Join('&', given);
        return query.Length == 0 ? path : path + "?" + query;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
