using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using BillingActors.Storage.Postgres;
using BillingActors.Storage.Sqlite;
using Npgsql;

namespace BillingActors.Storage.Migrations;

/// <summary>
/// Brings a database to the schema of this program: every script once, in order, all in one transaction. Two programs
/// that start at the same time wait for each other.
/// </summary>
public static class Migrator
{
    private const string CreateTable = """
        create table if not exists schema_migration(
            number integer primary key,
            name text not null,
            checksum text not null,
            applied_at text not null)
        """;

    private const string InsertPostgres = """
        insert into schema_migration
        values ($1, $2, $3, to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        """;

    private const string InsertSqlite =
        "insert into schema_migration values ($1, $2, $3, strftime('%Y-%m-%dT%H:%M:%SZ'))";

    private const string IsTherePostgres =
        "select count(*) from pg_class where oid = to_regclass('schema_migration')";

    private const string IsThereSqlite = "select count(*) from sqlite_schema where name = 'schema_migration'";

    /// <summary>A number of our own: everybody who migrates takes this lock first.</summary>
    private const string LockPostgres = "select pg_advisory_xact_lock(7265011209)";

    /// <summary>Migrates PostgreSQL.</summary>
    public static Task Run(PostgresDatabase database, CancellationToken cancellation) =>
        Run(database, MigrationScript.Of("Postgres"), cancellation);

    /// <summary>Migrates an SQLite file.</summary>
    public static Task Run(SqliteDatabase database, CancellationToken cancellation) =>
        Run(database, MigrationScript.Of("Sqlite"), cancellation);

    internal static async Task Run(
        PostgresDatabase database, ImmutableArray<MigrationScript> scripts, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            Execute(transaction, LockPostgres);
            try
            {
                Apply(transaction, scripts, InsertPostgres);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new MigrationException(
                    "The database lacks migrations and this role may not make them: run `billing database migrate` "
                    + "as its owner, then `billing database grant` for this role.", fault);
            }
            await transaction.CommitAsync(cancellation);
        }
        await connection.ReloadTypesAsync(cancellation);
    }

    internal static Task Run(
        SqliteDatabase database, ImmutableArray<MigrationScript> scripts, CancellationToken cancellation) =>
        database.Write(transaction => Apply(transaction, scripts, InsertSqlite), cancellation);

    private static void Apply(DbTransaction transaction, ImmutableArray<MigrationScript> scripts, string insert)
    {
        // Even a table that exists may be created only by who may create one.
        if (!IsThere(transaction))
            Execute(transaction, CreateTable);
        var applied = Applied(transaction);
        if (SchemaComparison.Conflicts(applied, scripts).FirstOrDefault() is { } conflict)
            throw new MigrationException(conflict);
        var known = applied.Select(row => row.Number).ToHashSet();
        foreach (var script in scripts.Where(script => !known.Contains(script.Number)))
        {
            Execute(transaction, script.Sql);
            Execute(transaction, insert, script.Number, script.Name, script.Checksum);
        }
    }

    private static bool IsThere(DbTransaction transaction)
    {
        using var command = Command(
            transaction, transaction is Microsoft.Data.Sqlite.SqliteTransaction ? IsThereSqlite : IsTherePostgres);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
    }

    private static List<AppliedScript> Applied(DbTransaction transaction)
    {
        using var command = Command(transaction, AppliedScript.Select);
        using var reader = command.ExecuteReader();
        return SchemaComparison.Read(reader);
    }

    private static void Execute(DbTransaction transaction, string sql, params ReadOnlySpan<object> values)
    {
        using var command = Command(transaction, sql, values);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbTransaction transaction, string sql, params ReadOnlySpan<object> values)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            if (transaction is Microsoft.Data.Sqlite.SqliteTransaction)
                parameter.ParameterName = "$" + (command.Parameters.Count + 1);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
