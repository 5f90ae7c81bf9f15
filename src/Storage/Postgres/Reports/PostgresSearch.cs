using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;
using Npgsql;

namespace BillingActors.Storage.Postgres.Reports;

/// <summary>
/// Finds accounts: every kind of id by its own key in one statement, then customers by the blind index.
/// </summary>
internal sealed class PostgresSearch(PostgresDatabase database, ICustomerDirectory customers)
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
            where s.series = $2) as h
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
        var others = await database.Command(SelectOfCustomers, ids, entities, SearchText.CountMax)
            .Query(row => Read(row, found[(int)row.GetInt64(0) - 1].Field), cancellation);
        ImmutableArray<SearchHit> hits = [.. exact, .. others];
        var names = await customers.Names(
            [.. hits.Select(hit => hit.CustomerId).Distinct(StringComparer.Ordinal)], cancellation);
        return [.. SearchText.Merge(hits, names)];
    }

    private static SearchHit Read(NpgsqlDataReader row, string matchedBy) =>
        new(row.GetString(1), row.GetString(2), row.GetString(3), null, matchedBy, row.TextOrNull(4));
}
