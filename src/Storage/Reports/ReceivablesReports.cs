using System.Collections.Immutable;
using System.Data.Common;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Json;
using BillingActors.Storage.Ledger;
using NodaTime;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Reports;

/// <summary>Reads receivables and what they are made of, on either database.</summary>
internal sealed class ReceivablesReports(IBooksReader reader) : IReceivablesReports
{
    private const string SelectEntities =
        "select distinct id from master_record where kind = 'legal-entity' order by id";

    private const string SelectPastDue = """
        select late.account_key, late.customer_id, late.past_due_minor, late.oldest_due_on, late.item_count from (
            select i.account_key as account_key, a.customer_id as customer_id,
                cast(sum(i.open_minor) as bigint) as past_due_minor, min(cast(i.due_on as text)) as oldest_due_on,
                count(*) as item_count
            from open_item i join account a on a.account_key = i.account_key
            where i.account_key > $1 || '/' and i.account_key < $1 || '0' and a.currency = $2
                and cast(i.due_on as text) < $3 and i.open_minor > 0
            group by i.account_key, a.customer_id) late
        where late.past_due_minor < $4 or (late.past_due_minor = $4 and late.account_key > $5)
        order by late.past_due_minor desc, late.account_key limit $6
        """;

    private const string Unapplying = """
        select r.account_key, r.receipt_id, r.method, a.currency, r.amount_minor, r.unapplied_minor,
            cast(r.value_on as text)
        from receipt r join account a on a.account_key = r.account_key
        where r.account_key > $1 || '/' and r.account_key < $1 || '0' and a.currency = $2
            and r.unapplied_minor > 0 and not r.is_on_account
        """;

    private const string SelectUnapplied = Unapplying + """

            and (cast(r.value_on as text), r.account_key, r.receipt_id) > ($3, $4, $5)
        order by cast(r.value_on as text), r.account_key, r.receipt_id limit $6
        """;

    private const string SelectLastUnapplied = Unapplying + """

        order by cast(r.value_on as text) desc, r.account_key desc, r.receipt_id desc limit $3
        """;

    public Task<ImmutableArray<ReceivablesView>> Figures(
        EntityScope scope, DateOnly asOf, int days, CancellationToken cancellation) => reader.Read(
        books =>
        {
            var on = LocalDate.FromDateOnly(asOf);
            IReadOnlyList<string> entities = scope.Entities.IsEmpty
                ? [.. books.Read(SelectEntities, row => row.GetString(0))]
                : scope.Entities;
            var views = ImmutableArray.CreateBuilder<ReceivablesView>();
            foreach (var entity in entities)
            {
                cancellation.ThrowIfCancellationRequested();
                views.AddRange(ReceivablesSheet.Read(books, entity, on).Select(sheet => sheet.ToView(on, days)));
            }
            return views.ToImmutable();
        },
        cancellation);

    public Task<ImmutableArray<PastDueRow>> PastDue(
        ReceivablesFilter filter, DateOnly on, (long Minor, string AccountKey)? after, int countMax,
        CancellationToken cancellation)
    {
        var (minor, key) = after ?? (long.MaxValue, "");
        var day = IsoDay.Format(LocalDate.FromDateOnly(on));
        return reader.Read<ImmutableArray<PastDueRow>>(
            books =>
            [
                .. books.Read(SelectPastDue, row => PastDueOf(row, filter.Currency),
                    filter.EntityId, filter.Currency, day, minor, key, countMax),
            ],
            cancellation);
    }

    public Task<ImmutableArray<UnappliedReceiptRow>> Unapplied(
        ReceivablesFilter filter, (DateOnly ValueOn, string AccountKey, string ReceiptId)? after, int countMax,
        CancellationToken cancellation)
    {
        var (day, key, receipt) = after is { } last
            ? (IsoDay.Format(LocalDate.FromDateOnly(last.ValueOn)), last.AccountKey, last.ReceiptId)
            : ("", "", "");
        return reader.Read<ImmutableArray<UnappliedReceiptRow>>(
            books =>
            [
                .. books.Read(
                    SelectUnapplied, ReceiptOf, filter.EntityId, filter.Currency, day, key, receipt, countMax),
            ],
            cancellation);
    }

    public Task<ImmutableArray<UnappliedReceiptRow>> LastUnapplied(
        ReceivablesFilter filter, int countMax, CancellationToken cancellation) =>
        reader.Read<ImmutableArray<UnappliedReceiptRow>>(
            books =>
            [
                .. books.Read(SelectLastUnapplied, ReceiptOf, filter.EntityId, filter.Currency, countMax).Reverse(),
            ],
            cancellation);

    private static PastDueRow PastDueOf(DbDataReader row, string currency)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        return new PastDueRow(
            entityId, accountId, row.GetString(1), currency, row.GetInt64(2),
            IsoDay.Parse(row.GetString(3)).ToDateOnly(), row.GetInt64(4));
    }

    private static UnappliedReceiptRow ReceiptOf(DbDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        return new UnappliedReceiptRow(
            entityId, accountId, row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4),
            row.GetInt64(5), IsoDay.Parse(row.GetString(6)).ToDateOnly());
    }
}
