using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Reports over lists in memory, cut by key as the stores do it.</summary>
internal sealed class MemoryReports(MemoryInbox inbox, MemoryWorklist worklist) : IReports, IApprovalInbox
{
    public List<AccountRow> AccountRows { get; } =
    [
        .. Enumerable.Range(0, 120).Select(n => new AccountRow(
            n % 2 == 0 ? "north" : "south", $"a{n:D3}", "c1", "Jo", "open", "monthly", "AUD", n, 1)),
    ];

    public List<InvoiceView> Invoices { get; } = [];

    public Task<ImmutableArray<SearchHit>> Search(EntityScope scope, string text, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<SearchHit>>([.. AccountRows.Where(row => scope.Allows(row.EntityId)).Take(3)
            .Select(row => new SearchHit(row.EntityId, row.AccountId, row.CustomerId, row.CustomerName, "name"))]);

    public Task<ImmutableArray<AccountRow>> Accounts(
        EntityScope scope, string? customerId, string afterKey, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<AccountRow>>([.. AccountRows
            .Where(row => scope.Allows(row.EntityId) && (customerId is null || row.CustomerId == customerId))
            .OrderBy(Key, StringComparer.Ordinal)
            .Where(row => string.CompareOrdinal(Key(row), afterKey) > 0)
            .Take(countMax)]);

    public Task<ImmutableArray<InvoiceRow>> InvoicesOf(
        string accountKey, long beforeVersion, int countMax, CancellationToken cancellation)
    {
        var newest = beforeVersion == 0 ? 60 : beforeVersion - 1;
        return Task.FromResult<ImmutableArray<InvoiceRow>>([.. Enumerable.Range(0, (int)Math.Min(newest, countMax))
            .Select(back => Row(accountKey, newest - back))]);
    }

    public Task<ImmutableArray<InvoiceRow>> InvoicesOfRun(
        string runId, string afterKey, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<InvoiceRow>>([]);

    public Task<InvoiceView?> Invoice(EntityScope scope, string idOrNumber, CancellationToken cancellation) =>
        Task.FromResult(Invoices.Find(invoice =>
            (invoice.InvoiceId == idOrNumber || invoice.Number == idOrNumber) && scope.Allows(invoice.EntityId)));

    public Task<ImmutableArray<UsageDay>> Usage(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<UsageDay>>(
            [new UsageDay(servicePointId, "E1", from, "kWh", 12.345m, 48, 0, 1, 1, "imp-1", 2)]);

    public Task<ImmutableArray<ReadRow>> Reads(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<ReadRow>>([]);

    public Task<ImmutableArray<ImportView>> Imports(string beforeId, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<ImportView>>([.. inbox.Imports.Values.Take(countMax)]);

    public Task<ImmutableArray<WorklistRow>> Worklist(
        EntityScope scope, WorklistFilter filter, long afterId, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<WorklistRow>>([.. worklist.Rows.Values
            .Where(row => row.Id > afterId && (filter.Kind is null || row.Kind == filter.Kind))
            .Where(row => scope.Entities.IsEmpty || (row.EntityId is { } entity && scope.Allows(entity)))
            .OrderBy(row => row.Id)
            .Take(countMax)]);

    public async Task<ImmutableArray<WorklistRow>> LastOfWorklist(
        EntityScope scope, WorklistFilter filter, int countMax, CancellationToken cancellation) =>
        [.. (await Worklist(scope, filter, 0, int.MaxValue, cancellation)).TakeLast(countMax)];

    public Task<ImmutableArray<ApprovalRow>> Approvals(
        EntityScope scope, (DateOnly First, DateOnly Last) days, string afterKey, int countMax,
        CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<ApprovalRow>.Empty);

    public Task<ImmutableArray<ApprovalRow>> Rows(
        EntityScope scope, ApprovalFilter filter, string afterKey, int countMax, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<ApprovalRow>.Empty);

    public Task<ImmutableArray<RunRow>> Runs(EntityScope scope, string? cycleId, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<RunRow>>([]);

    public Task<ImmutableArray<LedgerSum>> Ledger(
        string entityId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<LedgerSum>>([new LedgerSum("receivables", "AUD", 100)]);

    private static string Key(AccountRow row) => row.EntityId + "/" + row.AccountId;

    private static InvoiceRow Row(string accountKey, long version)
    {
        var day = new DateOnly(2026, 1, 1);
        var id = accountKey.Replace('/', '.') + "." + version;
        return new InvoiceRow(id, "INV-" + version, "north", "a1", null, day, day, day, day, "AUD", 1, 1, 2);
    }
}
