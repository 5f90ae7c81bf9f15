using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads accounts for pages: each part by one question, and only what the person may see.</summary>
internal sealed class AccountReading(IGrainFactory grains, IReports reports, ILedgerReports ledger)
{
    private const int InvoiceCount = 12;

    /// <summary>The whole page of an account; null where there is none the person may see.</summary>
    public async Task<AccountPicture?> Picture(
        Caller caller, string entityId, string accountId, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(entityId))
            return null;
        var key = AccountKey.Of(entityId, accountId);
        var grain = grains.Account(key);
        if (await grain.View(cancellation) is not { } account)
            return null;
        var customer = If(caller, Permissions.CustomersRead,
            () => grains.Find(caller, (MasterKindName.Customer, account.CustomerId), cancellation));
        var entity = grains.Find(caller, (MasterKindName.LegalEntity, entityId), cancellation);
        var cash = If(caller, Permissions.PaymentsRead,
            () => grains.GetGrain<IAccountCashGrain>(key).Cash(cancellation));
        var disputes = If(caller, Permissions.DisputesRead,
            () => grains.GetGrain<IAccountDisputesGrain>(key).ViewDisputes(cancellation));
        var collection = If(caller, Permissions.CollectionsRead,
            () => grains.GetGrain<IAccountCollectionsGrain>(key).ViewCollection(cancellation));
        var invoices = RolePermissions.Allow(caller.Roles, Permissions.InvoicesRead)
            ? reports.InvoicesOf(key, 0, InvoiceCount, cancellation)
            : Task.FromResult(ImmutableArray<InvoiceRow>.Empty);
        var history = await grain.History(0, cancellation);
        return new AccountPicture(
            account, (await customer)?.Content.Customer, (await entity)?.Content.LegalEntity, await cash,
            await disputes, await collection, await invoices, [.. history.Select(entry => entry.For(caller))]);
    }

    /// <summary>What happened to an account before a version, newest first.</summary>
    public async Task<ImmutableArray<AccountHistoryEntry>> History(
        Caller caller, (string EntityId, string AccountId) account, long beforeVersion,
        CancellationToken cancellation) =>
        caller.Scope.Allows(account.EntityId)
            ? [
                .. (await grains.Account(AccountKey.Of(account.EntityId, account.AccountId))
                    .History(Math.Max(1, beforeVersion), cancellation)).Select(entry => entry.For(caller)),
            ]
            : [];

    /// <summary>What moved an account's balance between two days, both inclusive.</summary>
    public async Task<BalanceForwardView?> Movements(
        Caller caller, (string EntityId, string AccountId) account, (DateOnly From, DateOnly Through) days,
        CancellationToken cancellation)
    {
        var entity = await grains.Find(caller, (MasterKindName.LegalEntity, account.EntityId), cancellation);
        if (entity?.Content.LegalEntity is not { } record)
            return null;
        var query = new StatementQuery(
            AccountKey.Of(account.EntityId, account.AccountId), record.Zone, Version: null, IsByDocument: false);
        return await ledger.BalanceForward(query, days.From, days.Through, cancellation);
    }

    /// <summary>The journal entry behind a movement of an account.</summary>
    public async Task<ImmutableArray<EntryLineView>> Entry(
        Caller caller, (string EntityId, string AccountId) account, (long Version, DateOnly Today) entry,
        CancellationToken cancellation)
    {
        var entity = await grains.Find(caller, (MasterKindName.LegalEntity, account.EntityId), cancellation);
        if (entity?.Content.LegalEntity is not { } record)
            return [];
        var chart = await grains.HoldingOn((MasterKindName.Chart, account.EntityId), entry.Today, cancellation);
        return await ledger.Entry(
            new BooksQuery(account.EntityId, record.Zone, chart?.Chart),
            AccountKey.Of(account.EntityId, account.AccountId), entry.Version, cancellation);
    }

    private static Task<T?> If<T>(Caller caller, string permission, Func<Task<T?>> read)
        where T : class =>
        RolePermissions.Allow(caller.Roles, permission) ? read() : Task.FromResult<T?>(null);
}
