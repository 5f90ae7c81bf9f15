using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Reports;
using Npgsql;

namespace BillingActors.Storage.Postgres.Reports;

/// <summary>
/// Finds accounts: every kind of id by its own key in one statement, then amounts, then customers by the blind index,
/// then what payers wrote by theirs.
/// </summary>
internal sealed class PostgresSearch(PostgresDatabase database, ICustomerDirectory customers, PaymentWords words)
{
    private const string SelectExact = """
        select h.rank, a.entity_id, a.account_id, a.customer_id, h.invoice_id
        from (
            select 1 as rank, account_key, null::text as invoice_id
                from account where account_id = $1 or account_key = $1
            union all
            select 2, account_key, null from account where customer_id = $1
            union all
            select 3, account_key, null from contract where service_point_id = $1
            union all
            select 4, c.account_key, null from meter m join contract c on c.service_point_id = m.service_point_id
            where m.serial = $1
            union all
            select 5, i.account_key, i.invoice_id
            from number_series s join invoice i on i.entity_id = s.entity_id and i.series = s.series and i.number = $3
            where s.series = $2
            union all
            select 6, account_key, null from receipt where receipt_id = $1) as h
        join account a on a.account_key = h.account_key
        where cardinality($4::text[]) = 0 or a.entity_id = any($4)
        order by h.rank, a.account_key limit $5
        """;

    private const string SelectOfCustomers = """
        select c.place, a.entity_id, a.account_id, a.customer_id, null::text
        from unnest($1::text[]) with ordinality as c(customer_id, place)
        join account a on a.customer_id = c.customer_id
        where cardinality($2::text[]) = 0 or a.entity_id = any($2)
        order by c.place, a.account_key limit $3
        """;

    // Each kind by its own key within one legal entity, and no further than one looks: an amount may stand on very many
    // bills, and most of them may be another currency's.
    private const string SelectOfAmounts = """
        select h.rank, h.entity_id, h.account_id, h.customer_id, h.invoice_id, h.currency, h.minor
        from (
            select * from (
                select 1 as rank, a.entity_id, a.account_id, a.customer_id, a.currency, a.account_key,
                    v.invoice_id as invoice_id, o.open_minor as minor
                from open_item o join account a on a.account_key = o.account_key
                left join invoice v on v.account_key = o.account_key and v.invoice_id = o.item_id
                where o.open_minor in ($1, $2, $3)
                    and o.account_key > $4 and o.account_key < $5 limit $6) o
            union all
            select * from (
                select 2, a.entity_id, a.account_id, a.customer_id, a.currency, a.account_key, i.invoice_id,
                    i.total_minor
                from invoice i join account a on a.account_key = i.account_key
                where i.total_minor in ($1, $2, $3)
                    and i.account_key > $4 and i.account_key < $5 limit $6) i
            union all
            select * from (
                select 3, a.entity_id, a.account_id, a.customer_id, a.currency, a.account_key, null::text,
                    r.amount_minor
                from receipt r join account a on a.account_key = r.account_key
                where r.amount_minor in ($1, $2, $3)
                    and r.account_key > $4 and r.account_key < $5 limit $6) r) h
        order by h.rank, h.account_key, h.invoice_id
        """;

    // All of what was written first; then its longest word, and of so many payments with that those with all others.
    private const string SelectOfWords = """
        select min(h.rank), a.entity_id, a.account_id, a.customer_id, null::text
        from (
            select * from (
                select 1 as rank, w.account_key from payment_word w where w.token = any($1) limit $5) w
            union all
            select * from (
                select 2, l.account_key
                from (
                    select account_key, receipt_id from payment_word where token = any($2) limit $6) l
                where (
                    select count(*) from payment_word o
                    where o.token = any($3) and o.account_key = l.account_key
                        and o.receipt_id = l.receipt_id) = $4
                limit $5) l) h
        join account a on a.account_key = h.account_key
        group by a.entity_id, a.account_id, a.customer_id
        order by 1, 2, 3 limit $5
        """;

    public async Task<ImmutableArray<SearchHit>> Search(
        EntityScope scope, SearchText text, CancellationToken cancellation)
    {
        if (text.Text.Length == 0)
            return [];
        string[] entities = [.. scope.Entities];
        var exact = await database.Command(
            SelectExact, text.Text, text.Series, text.Number, entities, SearchText.CountMax)
            .Query(row => Read(row, SearchText.WordOf(row.GetInt32(0))), cancellation);
        var found = await customers.Find(scope, text.Text, SearchText.CountMax, cancellation);
        var ids = found.Select(hit => hit.CustomerId).ToArray();
        var others = found.IsEmpty
            ? []
            : await database.Command(SelectOfCustomers, ids, entities, SearchText.CountMax)
                .Query(row => Read(row, found[(int)row.GetInt64(0) - 1].Field), cancellation);
        ImmutableArray<SearchHit> hits =
        [
            .. exact, .. await OfAmount(scope, text, cancellation), .. others,
            .. await OfWords(scope, text, cancellation),
        ];
        var names = await customers.Names(
            [.. hits.Select(hit => hit.CustomerId).Distinct(StringComparer.Ordinal)], cancellation);
        return [.. SearchText.Merge(hits, names)];
    }

    private async Task<ImmutableArray<SearchHit>> OfWords(
        EntityScope scope, SearchText text, CancellationToken cancellation)
    {
        if (await words.Ask(scope, text.Text, cancellation) is not { } asked)
            return [];
        return await database.Command(
            SelectOfWords, asked.Whole.ToArray(), asked.Longest.ToArray(), asked.Others.ToArray(), asked.OtherCount,
            SearchText.CountMax, AskedWords.LookCountMax)
            .Query(row => Read(row, SearchText.ReferenceWord), cancellation);
    }

    private async Task<IEnumerable<SearchHit>> OfAmount(
        EntityScope scope, SearchText text, CancellationToken cancellation)
    {
        var hits = new List<SearchHit>();
        foreach (var (after, before) in text.IsAmount ? SearchText.RangesOf(scope) : [])
        {
            var rows = await database.Command(
                SelectOfAmounts, text.Minors.None, text.Minors.Two, text.Minors.Three, after, before,
                SearchText.LookCountMax).Query(ReadAmount, cancellation);
            hits.AddRange(rows.Where(row => text.Means(row.Minor, row.Currency)).Select(row => row.Hit));
            if (hits.Count >= SearchText.CountMax)
                break;
        }
        return hits.OrderBy(hit => SearchText.RankOf(hit.MatchedBy));
    }

    private static (SearchHit Hit, string Currency, long Minor) ReadAmount(NpgsqlDataReader row) =>
        (Read(row, SearchText.AmountWordOf(row.GetInt32(0))), row.GetString(5), row.GetInt64(6));

    private static SearchHit Read(NpgsqlDataReader row, string matchedBy) =>
        new(row.GetString(1), row.GetString(2), row.GetString(3), null, matchedBy, row.TextOrNull(4));
}
