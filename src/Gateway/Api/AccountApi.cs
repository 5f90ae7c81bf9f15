using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts, reading: list, account, balance, history, invoices.</summary>
internal static class AccountApi
{
    private const int HistoryCountMax = 200;

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/v1/accounts").WithTags("Accounts");
        accounts.MapGet("/", List).Reads(Permissions.AccountsRead).IsPaged()
            .WithSummary("Lists accounts by their key.");
        var account = accounts.MapGroup("/{entityId}/{accountId}");
        account.MapGet("/", View).Reads(Permissions.AccountsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows an account as it stands.");
        account.MapGet("/balance", Balance).Reads(Permissions.AccountsRead).Refuses(ProblemCode.AccountUnknown)
            .WithMetadata(new QuickBalance.Mark())
            .WithSummary("Shows what an account owes.");
        account.MapGet("/history", History).Reads(Permissions.AccountsRead).IsPaged()
            .Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Lists what happened to an account, newest first.");
        account.MapGet("/invoices", Invoices).Reads(Permissions.InvoicesRead).IsPaged()
            .Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Lists the invoices of an account, newest first.");
    }

    private static async Task<Ok<Page<AccountRow>>> List(
        string? customerId, PageQuery page, Caller caller, IReports reports, CancellationToken cancellation)
    {
        var rows = await reports.Accounts(caller.Scope, customerId, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.EntityId + "/" + row.AccountId));
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Grain is not { } grain || await grain.View(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<BalanceView>, ProblemHttpResult>> Balance(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Grain is not { } grain || await grain.Balance(cancellation) is not { } balance)
            return Refused.Account();
        account.Http.Tag(balance.Version);
        return TypedResults.Ok(balance);
    }

    private static async Task<Results<Ok<Page<AccountHistoryEntry>>, ProblemHttpResult>> History(
        [AsParameters] AccountRoute account, PageQuery page, CancellationToken cancellation)
    {
        if (account.Grain is not { } grain)
            return Refused.Account();
        var entries = await grain.History(page.Number, cancellation);
        if (entries.IsEmpty && page.Number == 0)
            return Refused.Account();
        var shown = entries.Length > page.Limit ? entries[..page.Limit] : entries;
        var isCut = entries.Length > shown.Length || entries.Length == HistoryCountMax;
        var goesOn = isCut && shown is [.., { Version: > 1 }];
        return TypedResults.Ok(page.Until<AccountHistoryEntry>(
            [.. shown.Select(entry => entry.For(account.Caller))], goesOn ? PositionOf(shown[^1].Version) : null));
    }

    private static async Task<Results<Ok<Page<InvoiceRow>>, ProblemHttpResult>> Invoices(
        [AsParameters] AccountRoute account, PageQuery page, IReports reports, CancellationToken cancellation)
    {
        if (account.Grain is not { } grain || await grain.Balance(cancellation) is null)
            return Refused.Account();
        var rows = await reports.InvoicesOf(account.Key, page.Number, page.Limit + 1, cancellation);
        // An invoice id ends with the account version that issued it.
        return TypedResults.Ok(page.Cut(rows, row => row.InvoiceId[(row.InvoiceId.LastIndexOf('.') + 1)..]));
    }

    private static string PositionOf(long version) => version.ToString(CultureInfo.InvariantCulture);
}
