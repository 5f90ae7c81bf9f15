using BillingActors.Storage.Accounts;
using NodaTime;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;
using StableHash = BillingActors.Storage.Accounts.StableHash;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>
/// Which account has a service point on which days. Two that want the same one at once are decided here: each locks the
/// service points before it writes and looks, so that the second sees what the first has stored.
/// </summary>
internal static class PostgresContractRows
{
    /// <summary>Tells locks on service points apart from every other advisory lock of the database.</summary>
    private const int LockClass = 0x5350;

    // Row by row in the order given, which is the same for everybody.
    private const string Lock = "select pg_advisory_xact_lock($1, k) from unnest($2::int[]) as k";

    private const string UpsertContracts = """
        insert into contract(service_point_id, account_key, contract_id, starts_on, ends_on)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[])
        on conflict (service_point_id, account_key, contract_id) do update
            set starts_on = excluded.starts_on, ends_on = excluded.ends_on
        """;

    private const string SelectTaken = """
        select n.account_key, n.service_point_id
        from unnest($1::text[], $2::text[], $3::date[], $4::date[])
            as n(service_point_id, account_key, starts_on, ends_on)
        join contract c on c.service_point_id = n.service_point_id and c.account_key <> n.account_key
            and (n.ends_on is null or c.starts_on < n.ends_on) and (c.ends_on is null or n.starts_on < c.ends_on)
        order by n.account_key, n.service_point_id limit 1
        """;

    private const string SelectOccupied = """
        select service_point_id, account_key, contract_id, starts_on, ends_on from contract
        where service_point_id = any($1::text[])
        """;

    /// <summary>Writes the days that commits change, and refuses days that another account has.</summary>
    public static async Task Write(
        NpgsqlConnection connection, IReadOnlyList<PreparedCommit> winners, CancellationToken cancellation)
    {
        var changed = winners.SelectMany(winner => winner.DaysChanged).ToList();
        if (changed.Count == 0)
            return;
        var taken = winners.SelectMany(winner => winner.DaysTaken).ToList();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Locks(changed), Upsert(changed), Taken(taken) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        if (await reader.ReadAsync(cancellation))
            throw new ServicePointTakenException(reader.GetString(0), reader.GetString(1));
    }

    /// <summary>Who has the service points, on whatever days.</summary>
    public static async Task<IReadOnlyList<Occupancy>> Read(
        PostgresDatabase database, IReadOnlyCollection<string> servicePointIds, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(SelectOccupied);
        command.Parameters.Add(Value(servicePointIds.ToArray()));
        return await command.ReadAll(OccupancyOf, cancellation);
    }

    private static NpgsqlBatchCommand Locks(IReadOnlyList<Occupancy> rows) => Command(
        Lock,
        Value(LockClass),
        Value(rows.Select(row => unchecked((int)StableHash.Of(row.ServicePointId))).Distinct().Order().ToArray()));

    private static NpgsqlBatchCommand Upsert(IReadOnlyList<Occupancy> rows) => Command(
        UpsertContracts,
        Column(rows, row => row.ServicePointId),
        Column(rows, row => row.AccountKey),
        Column(rows, row => row.ContractId),
        Column(rows, row => row.From.ToDateOnly()),
        Column(rows, row => row.Until?.ToDateOnly()));

    private static NpgsqlBatchCommand Taken(IReadOnlyList<Occupancy> rows) => Command(
        SelectTaken,
        Column(rows, row => row.ServicePointId),
        Column(rows, row => row.AccountKey),
        Column(rows, row => row.From.ToDateOnly()),
        Column(rows, row => row.Until?.ToDateOnly()));

    private static Occupancy OccupancyOf(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(3)),
        row.IsDBNull(4) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(4)));
}
