using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads what became of an invoice, as far as the person may see it.</summary>
internal sealed class StandingReading(IGrainFactory grains, IReports reports)
{
    private const int PageSize = 100;
    private const int PageCountMax = 10;

    /// <summary>What became of an invoice that was issued.</summary>
    public async Task<InvoiceStanding> Of(Caller caller, InvoiceView invoice, CancellationToken cancellation)
    {
        var key = AccountKey.Of(invoice.EntityId, invoice.AccountId);
        var mayItem = RolePermissions.Allow(caller.Roles, Permissions.AccountsRead);
        var account = mayItem ? await grains.Account(key).View(cancellation) : null;
        var disputes = RolePermissions.Allow(caller.Roles, Permissions.DisputesRead)
            ? (await grains.GetGrain<IAccountDisputesGrain>(key).ViewDisputes(cancellation))?.Disputes
            : null;
        return new InvoiceStanding(
            await Memos(key, invoice.InvoiceId, cancellation),
            account?.OpenItems.FirstOrDefault(item => item.Id == invoice.InvoiceId && item.OpenMinor != 0),
            [.. (disputes ?? []).Where(one => one.ItemId == invoice.InvoiceId)],
            account is not null);
    }

    // A memo is newer than what it corrects: documents are read from the newest down to the invoice.
    private async Task<ImmutableArray<InvoiceRow>> Memos(
        string key, string invoiceId, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<InvoiceRow>();
        var before = 0L;
        for (var page = 0; page < PageCountMax; page++)
        {
            var rows = await reports.InvoicesOf(key, before, PageSize, cancellation);
            found.AddRange(rows.Where(row => row.CorrectsId == invoiceId));
            if (rows.Length < PageSize || rows.Any(row => row.InvoiceId == invoiceId))
                break;
            before = VersionOf(rows[^1].InvoiceId);
        }
        return found.DrainToImmutable();
    }

    // An invoice's id ends with the version of its account.
    private static long VersionOf(string invoiceId) => long.Parse(
        invoiceId.AsSpan(invoiceId.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
}
