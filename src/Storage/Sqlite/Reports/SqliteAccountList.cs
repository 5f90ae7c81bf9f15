using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Sqlite.Reports;

/// <summary>All accounts as one list, on SQLite.</summary>
internal sealed class SqliteAccountList(SqliteDatabase database, ICustomerDirectory customers) : IAccountList
{
    private const string Columns =
        "select entity_id, account_id, customer_id, status, cycle_id, currency, balance_minor, version";

    private const string Filtered = """
        from account
        where ($1 = '[]' or entity_id in (select value from json_each($1)))
            and ($2 is null or status = $2) and ($3 is null or cycle_id = $3)
        """;

    /// <summary>With a text: each of its meanings by an index of its own.</summary>
    private const string Found = Filtered + """

            and account_key in (
                select account_key from account where account_id >= $4 and account_id < $5
                union select account_key from account where customer_id = $4
                union select account_key from account where customer_id in (select value from json_each($6)))
        """;

    public async Task<long> Count(EntityScope scope, AccountFilter filter, CancellationToken cancellation)
    {
        var values = await Values(scope, filter, cancellation);
        var rows = await database.All(
            "select count(*) " + From(filter), row => row.GetInt64(0), cancellation, [.. values]);
        return rows[0];
    }

    public async Task<ImmutableArray<AccountRow>> Read(
        EntityScope scope, AccountFilter filter, AccountSlice slice, CancellationToken cancellation)
    {
        var values = await Values(scope, filter, cancellation);
        var behind = slice.Behind(values.Count + 1);
        values.AddRange(slice.BehindValues);
        var (limit, offset) = (values.Count + 1, values.Count + 2);
        var rows = await database.All(
            $"{Columns} {From(filter)}{behind} {slice.OrderBy} limit ${limit} offset ${offset}",
            SqliteReportRows.ReadAccount, cancellation, [.. values, slice.CountMax, slice.Skip]);
        return await customers.Named(rows, cancellation);
    }

    private static string From(AccountFilter filter) => filter.Prefix.Length == 0 ? Filtered : Found;

    private async Task<List<object?>> Values(
        EntityScope scope, AccountFilter filter, CancellationToken cancellation)
    {
        List<object?> values =
            [SqliteQueries.JsonArray(scope.Entities), filter.StatusCode, filter.CycleId];
        if (filter.Prefix.Length == 0)
            return values;
        var found = filter.FindsCustomers
            ? await customers.Find(scope, filter.Prefix, AccountFilter.CustomerCountMax, cancellation)
            : [];
        return
        [
            .. values, filter.Prefix, filter.PrefixEnd, SqliteQueries.JsonArray(found.Select(hit => hit.CustomerId)),
        ];
    }
}
