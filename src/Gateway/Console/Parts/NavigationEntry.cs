using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A page in the navigation: add a line here for every page people go to from anywhere.</summary>
/// <param name="Name">Name.</param>
/// <param name="Path">Address.</param>
/// <param name="Permission">What a person needs to see it.</param>
/// <param name="Key">The key after g that leads there; null for none.</param>
/// <param name="Picture">Path of its picture on a 24 by 24 grid.</param>
public sealed record NavigationEntry(string Name, string Path, string Permission, string? Key, string Picture)
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("Start", ConsolePath.Root, Permissions.SelfRead, "h", "M4 11l8-7 8 7v9h-5v-6h-6v6H4z"),
        new("Accounts", ConsolePath.Root + "/accounts", Permissions.AccountsRead, "a",
            "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8c0-4 4-6 8-6s8 2 8 6z"),
        new("Invoices", ConsolePath.Root + "/invoices", Permissions.InvoicesRead, "i",
            "M6 3h9l4 4v14H6zm9 0v4h4M9 12h7m-7 4h7"),
        new("Post payment", ConsolePath.Root + "/payments", Permissions.PaymentsWrite, "p",
            "M3 6h18v12H3zm0 3h18M7 15h4"),
        new("Disputes", ConsolePath.Root + "/disputes", Permissions.DisputesRead, "d",
            "M4 5h16v11H9l-5 4zM12 8v3m0 2v.5"),
        new("Approvals", ConsolePath.Root + "/approvals", Permissions.ApprovalsRead, "q", "M5 13l4 4L19 7"),
        new("Bill runs", ConsolePath.Root + "/runs", Permissions.RunsRead, "r",
            "M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2zM8 9h8m-8 4h6"),
        new("Exceptions", ConsolePath.Root + "/exceptions", Permissions.WorklistRead, "x",
            "M12 4l9 16H3zM12 10v4m0 3v.5"),
        new("Collections", ConsolePath.Root + "/collections", Permissions.CollectionsRead, "c",
            "M4 7h16v11H4zm3-3h10M9 12l2 2 4-4"),
        new("Unidentified cash", ConsolePath.Root + "/unidentified", Permissions.PaymentsRead, "u",
            "M3 7h18v11H3zm7 5a2 2 0 1 0 4 0 2 2 0 0 0-4 0z"),
        new("Unapplied cash", ConsolePath.Root + "/unapplied", Permissions.PaymentsRead, "y",
            "M3 7h18v11H3zm5 3v5m-2.5-2.5h5M15 12.5h3"),
        new("Ageing", ConsolePath.Root + "/ageing", Permissions.LedgerRead, "o",
            "M4 5h16v14H4zm0 5h16M4 14h16M10 5v14"),
        new("Imports", ConsolePath.Root + "/imports", Permissions.ImportsRead, "f",
            "M12 4v10m-4-4l4 4 4-4M4 16v4h16v-4"),
        new("Tariffs", ConsolePath.Root + "/tariffs", Permissions.MasterDataRead, "t",
            "M4 12l8-8h8v8l-8 8zM16 8h.01"),
        new("Key figures", ConsolePath.Root + "/receivables", Permissions.ReportsRead, "k",
            "M4 20V4m0 16h16M8 16v-5m4 5V7m4 9v-3"),
        new("People", ConsolePath.Root + "/people", Permissions.UsersManage, null,
            "M9 11a3 3 0 1 0 0-7 3 3 0 0 0 0 7zm-6 9c0-4 3-6 6-6s6 2 6 6zm13-9a3 3 0 1 0-1-6M17 14c3 1 4 3 4 6"),
        new("API keys", ConsolePath.Root + "/keys", Permissions.KeysManage, null,
            "M15 4a5 5 0 1 1-4 8l-7 7v-3h2v-2h2l2.5-2.5A5 5 0 0 1 15 4zm1.5 3.5v.5"),
        new("Webhooks", ConsolePath.Root + "/webhooks", Permissions.WebhooksManage, null,
            "M9 9a4 4 0 1 1 5 4l3 5M12 9l-4 7M6 13a4 4 0 1 0 5 5h7"),
        new("Long exports", ConsolePath.Exports, Permissions.ExportsLarge, null,
            "M12 3v11m-4-4l4 4 4-4M4 17v4h16v-4M7 17h10"),
        new("Limits", ConsolePath.Root + "/limits", Permissions.LegalEntitiesRead, null,
            "M4 18a8 8 0 1 1 16 0M12 18l4-6"),
        new("Retention", ConsolePath.Root + "/retention", Permissions.RetentionManage, null,
            "M5 5h14v4H5zm1 4v10h12V9M10 13h4"),
        new("Audit trail", ConsolePath.Root + "/audit", Permissions.AuditRead, null,
            "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5"),
    ];
}
