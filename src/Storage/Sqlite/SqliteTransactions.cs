using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite;

/// <summary>Short ways to run one statement on a connection or in a transaction.</summary>
internal static class SqliteTransactions
{
    public static SqliteStatement Prepare(this SqliteTransaction transaction, string sql) =>
        new(transaction.Connection!, transaction, sql);

    public static SqliteStatement Prepare(this SqliteConnection connection, string sql) => new(connection, null, sql);

    public static int Execute(this SqliteTransaction transaction, string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = transaction.Prepare(sql);
        return statement.Execute(values);
    }

    public static List<T> Query<T>(
        this SqliteTransaction transaction,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<object?> values)
    {
        using var statement = transaction.Prepare(sql);
        return statement.Query(read, values);
    }

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : Microseconds.ToInstant(row.GetInt64(column));

    /// <summary>All rows of one query on a reader's connection.</summary>
    public static Task<ImmutableArray<T>> All<T>(
        this SqliteDatabase database,
        string sql,
        Func<SqliteDataReader, T> read,
        CancellationToken cancellation,
        params object?[] values) => database.Read<ImmutableArray<T>>(
        connection => [.. connection.Query(sql, read, values)],
        cancellation);
}
