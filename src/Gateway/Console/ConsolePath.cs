namespace BillingActors.Gateway.Console;

/// <summary>Addresses of the console that code speaks of.</summary>
internal static class ConsolePath
{
    /// <summary>Everything of the console lies below it.</summary>
    public const string Root = "/console";

    public const string Login = Root + "/login";

    public const string Denied = Root + "/denied";

    /// <summary>The page of long exports, and below it their files.</summary>
    public const string Exports = Root + "/exports";

    /// <summary>Query parameter that says where to go after a log-in.</summary>
    public const string ReturnTo = "returnTo";

    /// <summary>Where the framework connects interactive parts.</summary>
    public const string Circuits = "/_blazor";

    /// <summary>The address to return to, if it is one of the console; else its start.</summary>
    public static string Safe(string? returnTo) =>
        returnTo is not null && (returnTo == Root || returnTo.StartsWith(Root + "/", StringComparison.Ordinal))
        && !returnTo.Contains('\\', StringComparison.Ordinal)
            ? returnTo
            : Root;

    /// <summary>The page of an account.</summary>
    public static string Account(string entityId, string accountId, string part = "") =>
        $"{Root}/accounts/{Uri.EscapeDataString(entityId)}/{Uri.EscapeDataString(accountId)}{part}";

    /// <summary>The page of an invoice.</summary>
    public static string Invoice(string invoiceId, string part = "") =>
        $"{Root}/invoices/{Uri.EscapeDataString(invoiceId)}{part}";

    /// <summary>The page of a bill run.</summary>
    public static string Run(string runId) => $"{Root}/runs/{Uri.EscapeDataString(runId)}";

    /// <summary>The page of an account's bill in a run, before it is an invoice.</summary>
    public static string Draft(string runId, string accountId) =>
        $"{Run(runId)}/bills/{Uri.EscapeDataString(accountId)}";

    /// <summary>The page that plans a run of a cycle.</summary>
    public static string Plan(string entityId, string cycleId) =>
        $"{Root}/runs/plan?entity={Uri.EscapeDataString(entityId)}&cycle={Uri.EscapeDataString(cycleId)}";

    /// <summary>A page of key figures of a legal entity in a currency.</summary>
    public static string Receivables(string entityId, string currency, string part = "") =>
        $"{Root}/receivables{part}?entity={Uri.EscapeDataString(entityId)}&currency={Uri.EscapeDataString(currency)}";

    /// <summary>The page of unapplied cash of a legal entity in a currency.</summary>
    public static string Unapplied(string entityId, string currency) =>
        $"{Root}/unapplied?entity={Uri.EscapeDataString(entityId)}&currency={Uri.EscapeDataString(currency)}";

    /// <summary>The page that changes the limits of a legal entity.</summary>
    public static string Limits(string entityId) => $"{Root}/limits/{Uri.EscapeDataString(entityId)}";

    /// <summary>The page of a tariff.</summary>
    public static string Tariff(string tariffId) => $"{Root}/tariffs/{Uri.EscapeDataString(tariffId)}";

    /// <summary>The page of an import.</summary>
    public static string Import(string importId) => $"{Root}/imports/{Uri.EscapeDataString(importId)}";
}
