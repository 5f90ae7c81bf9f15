using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Evidence;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Persons;

/// <summary>Puts together everything that is stored of a person.</summary>
internal sealed class PersonFiles(
    IGrainFactory grains, IReports reports, IAuditTrail trail, IEvidenceStore evidence, IDeliveryStore sent,
    INoteStore written, TimeProvider clock)
{
    private const int PageLength = 500;
    private const int NoteCountMax = 500;

    /// <summary>The file of a customer; null where there is none the caller may see.</summary>
    public async Task<PersonFile?> Of(Caller caller, string customerId, CancellationToken cancellation)
    {
        if (await grains.Find(caller, (MasterKindName.Customer, customerId), cancellation) is null)
            return null;
        var customer = await grains.Master(MasterKindName.Customer, customerId).History(cancellation);
        var taxProfile = await grains.Master(MasterKindName.TaxProfile, customerId).History(cancellation);
        var accounts = ImmutableArray.CreateBuilder<PersonAccount>();
        await foreach (var row in Accounts(caller, customerId, cancellation))
        {
            if (await Account(caller, row, cancellation) is { } account)
                accounts.Add(account);
        }
        return new PersonFile(
            customerId, clock.GetUtcNow(), customer, taxProfile, accounts.ToImmutable(),
            await Documents(caller, customerId, cancellation), await Deliveries(caller, customerId, cancellation),
            await Notes(caller, customerId, cancellation));
    }

    private async Task<ImmutableArray<PersonDocument>> Documents(
        Caller caller, string customerId, CancellationToken cancellation)
    {
        var (documents, after) = (ImmutableArray.CreateBuilder<PersonDocument>(), new EvidenceKey("", ""));
        while (true)
        {
            var page = await evidence.Of(customerId, after, cancellation);
            foreach (var (key, head) in page)
            {
                var (entityId, accountId) = AccountKey.Split(key.AccountKey);
                if (caller.Scope.Allows(entityId))
                    documents.Add(ToDocument((entityId, accountId), key, head, documents.Count + 1));
            }
            if (page.Length < IEvidenceStore.PageLength)
                return documents.ToImmutable();
            after = page[^1].Key;
        }
    }

    private async Task<ImmutableArray<DocumentDelivery>> Deliveries(
        Caller caller, string customerId, CancellationToken cancellation)
    {
        var (deliveries, after) = (ImmutableArray.CreateBuilder<DocumentDelivery>(), "");
        while (true)
        {
            var page = await sent.OfCustomer(customerId, after, cancellation);
            deliveries.AddRange(page.Where(one => caller.Scope.Allows(one.EntityId)));
            if (page.Length < IDeliveryStore.CountMax)
                return deliveries.ToImmutable();
            after = page[^1].DeliveryId;
        }
    }

    private async Task<ImmutableArray<AccountNote>> Notes(
        Caller caller, string customerId, CancellationToken cancellation)
    {
        var (notes, after) = (ImmutableArray.CreateBuilder<AccountNote>(), 0L);
        while (true)
        {
            var page = await written.OfCustomer(customerId, after, cancellation);
            notes.AddRange(page.Where(one => caller.Scope.Allows(one.EntityId)));
            if (page.Length < INoteStore.PageLength)
                return notes.ToImmutable();
            after = page[^1].Number;
        }
    }

    // In the archive a document bears its number and id: what a file was called is nobody's path.
    private static PersonDocument ToDocument(
        (string EntityId, string AccountId) of, EvidenceKey key, EvidenceHead head, int number)
    {
        var ending = head.ContentType.Split('/')[^1];
        var path = string.Create(CultureInfo.InvariantCulture, $"documents/{number:0000}-{head.DocumentId}.{ending}");
        return new PersonDocument(
            of.EntityId, of.AccountId, key.DisputeId ?? "", head.DocumentId, head.Name, head.ContentType, head.Length,
            head.Hash, head.StoredAt, head.StoredBy, path, key.RequestId);
    }

    private async IAsyncEnumerable<AccountRow> Accounts(
        Caller caller, string customerId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            var rows = await reports.Accounts(caller.Scope, customerId, after, PageLength, cancellation);
            foreach (var row in rows)
                yield return row;
            if (rows.Length < PageLength)
                yield break;
            after = AccountKey.Of(rows[^1].EntityId, rows[^1].AccountId);
        }
    }

    private async Task<PersonAccount?> Account(Caller caller, AccountRow row, CancellationToken cancellation)
    {
        var key = AccountKey.Of(row.EntityId, row.AccountId);
        if (await grains.Account(key).View(cancellation) is not { } view)
            return null;
        var cash = await grains.GetGrain<IAccountCashGrain>(key).Cash(cancellation);
        var disputes = await grains.GetGrain<IAccountDisputesGrain>(key).ViewDisputes(cancellation);
        var filter = new AuditFilter(caller.Scope) { EntityId = row.EntityId, AccountId = row.AccountId };
        var notes = await trail.Read(filter, 0, NoteCountMax, cancellation);
        return new PersonAccount(
            view, cash, disputes, await Invoices(caller, key, cancellation), await History(key, cancellation),
            [.. notes.Select(AuditEntryView.Of)]);
    }

    private async Task<ImmutableArray<InvoiceView>> Invoices(
        Caller caller, string key, CancellationToken cancellation)
    {
        var (invoices, before) = (ImmutableArray.CreateBuilder<InvoiceView>(), 0L);
        while (true)
        {
            var rows = await reports.InvoicesOf(key, before, PageLength, cancellation);
            foreach (var row in rows)
            {
                if (await reports.Invoice(caller.Scope, row.InvoiceId, cancellation) is { } invoice)
                    invoices.Add(invoice);
            }
            if (rows.Length < PageLength)
                return invoices.ToImmutable();
            before = VersionOf(rows[^1].InvoiceId);
        }
    }

    private async Task<ImmutableArray<AccountHistoryEntry>> History(string key, CancellationToken cancellation)
    {
        var (entries, before) = (new List<AccountHistoryEntry>(), 0L);
        while (true)
        {
            var page = await grains.Account(key).History(before, cancellation);
            entries.AddRange(page);
            before = page.IsEmpty ? 1 : page[^1].Version;
            if (before <= 1)
                return [.. entries.OrderBy(entry => entry.Version)];
        }
    }

    // An invoice id ends with the account version that issued it.
    private static long VersionOf(string invoiceId) =>
        long.Parse(invoiceId.AsSpan(invoiceId.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
}
