using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Receivables of two legal entities, with three accounts past due.</summary>
internal sealed class MemoryReceivables : IReceivablesReports
{
    private static readonly DateOnly Due = new(2026, 1, 15);

    public Task<ImmutableArray<ReceivablesView>> Figures(
        EntityScope scope, DateOnly asOf, int days, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<ReceivablesView>>(
            [.. new[] { "north", "south" }.Where(scope.Allows).Select(Of)]);

    public Task<ImmutableArray<PastDueRow>> PastDue(
        ReceivablesFilter filter, DateOnly on, (long Minor, string AccountKey)? after, int countMax,
        CancellationToken cancellation) => Task.FromResult<ImmutableArray<PastDueRow>>(
    [
        .. new[] { 300L, 200, 200 }
            .Select((minor, at) => new PastDueRow("north", $"a{at}", "c1", filter.Currency, minor, Due, 1))
            .Where(row => after is not { } last || row.PastDueMinor < last.Minor || (row.PastDueMinor == last.Minor
                && string.CompareOrdinal($"north/{row.AccountId}", last.AccountKey) > 0))
            .Take(countMax),
    ]);

    public Task<ImmutableArray<UnappliedReceiptRow>> Unapplied(
        ReceivablesFilter filter, (DateOnly ValueOn, string AccountKey, string ReceiptId)? after, int countMax,
        CancellationToken cancellation) => Task.FromResult<ImmutableArray<UnappliedReceiptRow>>(
        after is null ? [new("north", "a1", "R-1", "wire", filter.Currency, 500, 20, Due)] : []);

    public Task<ImmutableArray<UnappliedReceiptRow>> LastUnapplied(
        ReceivablesFilter filter, int countMax, CancellationToken cancellation) =>
        Unapplied(filter, null, countMax, cancellation);

    private static ReceivablesView Of(string entityId) => new(
        entityId, "AUD", 300, 900, 400, 40.0m, 41.5m, 25.0m, 15.0m, 37.5m, 84.2m, 3,
        new AgedView(250, 150, 0, 0, 0, 0, 0, 20, 400, 380), new UnappliedCashView(1, 20, Due, 20, 0),
        new DisputeAgesView(4, 1000, 17.5m, 40, 1), [new ReceivablesMonthView(Due.AddDays(-14), 900, 400, 40.0m)]);
}
