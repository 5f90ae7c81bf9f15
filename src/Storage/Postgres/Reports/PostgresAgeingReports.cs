using System.Collections.Immutable;
using BillingActors.Storage.Reports;
using Npgsql;

namespace BillingActors.Storage.Postgres.Reports;

/// <summary>What is open now by its age, on PostgreSQL.</summary>
internal sealed class PostgresAgeingReports(PostgresDatabase database, ICustomerDirectory customers) : IAgeingReports
{
    /// <summary>
    /// Everything open with its bucket: $2 says whether ages count from the document, $3 to $7 are the borders.
    /// </summary>
    private const string Open = """
        with disputed as (
            select account_key, item_id, sum(amount_minor)::bigint as amount_minor from dispute
            where outcome is null group by account_key, item_id),
        dated as (
            select account_key, item_id, open_minor, case when $2::boolean then issued_on else due_on end as dated_on
            from open_item where open_minor <> 0),
        aged as (
            select i.account_key, i.open_minor as amount_minor, coalesce(d.amount_minor, 0) as disputed_minor,
                i.dated_on,
                case when i.open_minor < 0 then 6 when i.dated_on >= $3::date then 0 when i.dated_on >= $4 then 1
                    when i.dated_on >= $5 then 2 when i.dated_on >= $6 then 3 when i.dated_on >= $7 then 4
                    else 5 end as bucket
            from dated i left join disputed d on d.account_key = i.account_key and d.item_id = i.item_id
            union all
            select account_key, -unapplied_minor, 0, value_on, 7 from receipt where unapplied_minor > 0),
        grouped as (
            select o.*, a.entity_id, a.account_id, a.customer_id, a.currency,
                case $8::text when 'Cycle' then a.cycle_id when 'Segment' then coalesce(c.segment, '')
                    else a.entity_id end as group_id
            from aged o join account a on a.account_key = o.account_key
                left join collection c on c.account_key = o.account_key
            where cardinality($1::text[]) = 0 or a.entity_id = any($1))
        """;

    private const string SelectCells = Open + """

        select group_id, currency, bucket, sum(amount_minor)::bigint, sum(disputed_minor)::bigint,
            count(distinct account_key)
        from grouped group by group_id, currency, bucket order by group_id, currency, bucket
        """;

    private const string OpenOfPlace = Open + """

        select entity_id, account_id, customer_id, currency, sum(amount_minor)::bigint, sum(disputed_minor)::bigint,
            count(*), min(dated_on)
        from grouped
        where group_id = $9 and currency = $10 and ($11::integer is null or bucket = $11)
        """;

    private const string SelectLines = OpenOfPlace + """
             and account_key > $12
        group by account_key, entity_id, account_id, customer_id, currency order by account_key limit $13
        """;

    private const string SelectLastLines = OpenOfPlace + """

        group by account_key, entity_id, account_id, customer_id, currency order by account_key desc limit $12
        """;

    public Task<ImmutableArray<AgeingCell>> Cells(
        EntityScope scope, AgeingQuery query, CancellationToken cancellation) =>
        database.Command(SelectCells, [.. Values(scope, query)]).Query(ReadCell, cancellation);

    public async Task<ImmutableArray<AgeingLine>> Lines(
        EntityScope scope, AgeingQuery query, AgeingPlace place, AgeingSlice slice, CancellationToken cancellation)
    {
        object?[] values = [.. Values(scope, query), place.Group, place.Currency, (int?)place.Bucket];
        var lines = await database.Command(
            slice.IsLast ? SelectLastLines : SelectLines,
            slice.IsLast ? [.. values, slice.CountMax] : [.. values, slice.AfterKey, slice.CountMax])
            .Query(ReadLine, cancellation);
        var names = await customers.Names(
            [.. lines.Select(line => line.CustomerId).Distinct(StringComparer.Ordinal)], cancellation);
        return
        [
            .. (slice.IsLast ? lines.Reverse() : lines)
                .Select(line => line with { CustomerName = names.GetValueOrDefault(line.CustomerId) }),
        ];
    }

    private static IEnumerable<object?> Values(EntityScope scope, AgeingQuery query) =>
    [
        (string[])[.. scope.Entities], query.IsByDocument, .. query.Borders.Cast<object>(), query.Group.ToString(),
    ];

    private static AgeingCell ReadCell(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), (AgeingBucket)row.GetInt32(2), row.GetInt64(3), row.GetInt64(4),
        row.GetInt64(5));

    private static AgeingLine ReadLine(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), null, row.GetString(3), row.GetInt64(4),
        row.GetInt64(5), row.GetInt64(6), row.GetFieldValue<DateOnly>(7));
}
