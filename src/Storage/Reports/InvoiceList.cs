using System.Collections.Immutable;
using System.Data.Common;
using BillingActors.Domain.Accounts;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Json;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Verification;
using NodaTime;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Reports;

/// <summary>Lists documents of all accounts, on either database.</summary>
internal sealed class InvoiceList(IBooksReader reader, ICustomerDirectory customers) : IInvoiceList
{
    // Legal entities come as "/a//b/": no id has a slash.
    private const string Filtered = """
        select i.account_key, i.version, i.invoice_id, i.series, i.number, i.run_id, cast(i.issued_on as text),
            cast(i.due_on as text), cast(i.period_from as text), cast(i.period_until as text), i.currency,
            i.net_minor, i.tax_minor, i.total_minor, i.corrects_id, a.customer_id, coalesce(o.open_minor, 0)
        from invoice i
            join account a on a.account_key = i.account_key
            left join open_item o on o.account_key = i.account_key and o.item_id = i.invoice_id
        where ($1 = '' or replace($1, '/' || i.entity_id || '/', '') <> $1)
            and i.issued_on >= date($2) and i.issued_on <= date($3)
            and ($4 = '' or ($4 = 'credit-memo' and i.corrects_id is not null)
                or ($4 = 'open' and coalesce(o.open_minor, 0) > 0)
                or ($4 = 'overdue' and coalesce(o.open_minor, 0) > 0 and i.due_on < date($5))
                or ($4 = 'settled' and i.corrects_id is null and coalesce(o.open_minor, 0) = 0))
            and ($6 = '' or a.account_id = $6 or (i.series = $7 and i.number = $8))
        """;

    private const string SelectNewest = Filtered + """

            and (i.issued_on, i.account_key, i.version) < (date($9), $10, $11)
        order by i.issued_on desc, i.account_key desc, i.version desc limit $12
        """;

    private const string SelectOldest = Filtered + """

            and (i.issued_on, i.account_key, i.version) > (date($9), $10, $11)
        order by i.issued_on, i.account_key, i.version limit $12
        """;

    private static readonly InvoicePlace First = new(DateOnly.MinValue, "", 0);
    private static readonly InvoicePlace Last = new(new DateOnly(9999, 12, 31), Books.LastKey, long.MaxValue);

    public async Task<ImmutableArray<InvoiceLine>> Read(
        EntityScope scope, InvoiceFilter filter, InvoicePlace? after, int countMax, CancellationToken cancellation)
    {
        var (text, place) = (SearchText.Of(filter.Text), after ?? (filter.IsOldestFirst ? First : Last));
        object[] values =
        [
            string.Concat(scope.Entities.Select(entity => $"/{entity}/")), Day(filter.From), Day(filter.Through),
            filter.State, Day(filter.Today), text.Text, text.Series, text.Number, Day(place.IssuedOn),
            place.AccountKey, place.Version, countMax,
        ];
        var rows = await reader.Read<ImmutableArray<InvoiceLine>>(
            books => [.. books.Read(filter.IsOldestFirst ? SelectOldest : SelectNewest, LineOf, values)],
            cancellation);
        var names = await customers.Names(
            [.. rows.Select(row => row.CustomerId).Distinct(StringComparer.Ordinal)], cancellation);
        return [.. rows.Select(row => row with { CustomerName = names.GetValueOrDefault(row.CustomerId) })];
    }

    private static InvoiceLine LineOf(DbDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        var document = new InvoiceRow(
            row.GetString(2), new DocumentNumber(row.GetString(3), row.GetInt64(4)).ToString(), entityId, accountId,
            Books.TextOrNull(row, 5), DayOf(row, 6), DayOf(row, 7), DayOf(row, 8), DayOf(row, 9), row.GetString(10),
            row.GetInt64(11), row.GetInt64(12), row.GetInt64(13), Books.TextOrNull(row, 14));
        return new InvoiceLine(document, row.GetString(15), null, row.GetInt64(16), row.GetInt64(1));
    }

    private static DateOnly DayOf(DbDataReader row, int column) =>
        IsoDay.Parse(row.GetString(column)).ToDateOnly();

    private static string Day(DateOnly day) => IsoDay.Format(LocalDate.FromDateOnly(day));
}
