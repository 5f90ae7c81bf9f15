using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Gateway.Http;
using BillingActors.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>What the palette shows for a text, as a piece of a page.</summary>
internal static class PaletteEndpoint
{
    private const int HitCountMax = 8;

    // An amount of any currency can be typed in one that has as many decimals as any.
    private const string MostDecimals = "BHD";

    private static readonly (string Name, string Permission, string Part)[] Actions =
    [
        ("Post payment", Permissions.PaymentsWrite, "/payment"),
        ("Open dispute", Permissions.DisputesOpen, "/dispute"),
        ("Write off", Permissions.CreditsWrite, "/write-off"),
        ("Refund", Permissions.RefundsRequest, "/refund"),
        ("Transfer", Permissions.TransfersWrite, "/transfer"),
        ("Deposits", Permissions.DepositsRead, "/deposits"),
        ("Recover what was given up", Permissions.CreditsWrite, "/recover"),
        ("Meters", Permissions.UsageRead, "/meters"),
        ("Ledger", Permissions.InvoicesRead, "/ledger"),
    ];

    public static void MapPalette(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ConsolePath.Root + "/palette", Find).RequireAuthorization(ConsoleScheme.AnyUser)
            .RequireRateLimiting(Bucket.Read).ExcludeFromDescription();

    private static async Task<RazorComponentResult<PaletteResults>> Find(
        string? q, HttpContext http, Finding finding, Recents recents, CancellationToken cancellation)
    {
        var (text, caller) = (q?.Trim() ?? "", Caller.Of(http.User));
        var hits = await finding.Find(caller, text, cancellation);
        var entries = NavigationEntry.All
            .Where(entry => RolePermissions.Allow(caller.Roles, entry.Permission)
                && entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new RazorComponentResult<PaletteResults>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PaletteResults.Text)] = text,
            [nameof(PaletteResults.Recent)] = text.Length == 0 ? await recents.Of(caller, cancellation) : [],
            [nameof(PaletteResults.IsAmount)] = MoneyText.Read(text, MostDecimals) is not null,
            [nameof(PaletteResults.Hits)] = hits.Take(HitCountMax).ToList(),
            [nameof(PaletteResults.Actions)] = hits.Length == 1 ? ActionsOf(caller, hits[0]) : [],
            [nameof(PaletteResults.Entries)] = entries,
        });
    }

    // Only where one account is meant: nobody posts a payment to the first of several.
    private static IReadOnlyList<(string Name, string Path)> ActionsOf(Caller caller, SearchHit hit) =>
    [
        .. Actions.Where(action => RolePermissions.Allow(caller.Roles, action.Permission))
            .Select(action => ($"{action.Name}: {hit.CustomerName ?? hit.CustomerId}",
                ConsolePath.Account(hit.EntityId, hit.AccountId, action.Part))),
    ];
}
