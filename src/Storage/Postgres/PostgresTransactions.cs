using System.Collections.Immutable;
using Npgsql;

namespace BillingActors.Storage.Postgres;

/// <summary>
/// Commands with positional parameters, and transactions that are tried again when a unique key decided.
/// </summary>
internal static class PostgresTransactions
{
    private const int AttemptCountMax = 8;

    public static NpgsqlCommand Command(
        this NpgsqlTransaction transaction, string sql, params ReadOnlySpan<object?> values) =>
        Fill(new NpgsqlCommand(sql, transaction.Connection, transaction), values);

    public static NpgsqlCommand Command(
        this PostgresDatabase database, string sql, params ReadOnlySpan<object?> values) =>
        Fill(database.Source.CreateCommand(sql), values);

    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }

    /// <summary>Runs the command, ends it, and answers how many rows it changed.</summary>
    public static async Task<int> Run(this NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command)
            return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Runs the command, ends it, and answers the rows it found.</summary>
    public static async Task<ImmutableArray<T>> Query<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var found = ImmutableArray.CreateBuilder<T>();
            while (await reader.ReadAsync(cancellation))
                found.Add(read(reader));
            return found.DrainToImmutable();
        }
    }

    public static async Task<T> InTransaction<T>(
        this PostgresDatabase database, Func<NpgsqlTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await work(transaction);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>Runs queries on one snapshot, so that their answers fit together.</summary>
    public static async Task<T> OnSnapshot<T>(
        this PostgresDatabase database, Func<NpgsqlTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var snapshot = await PostgresDatabase.BeginSnapshot(connection, cancellation);
        return await work(snapshot);
    }

    /// <summary>
    /// Like <see cref="InTransaction{T}"/>, and tries the whole again when another process stored the same key first or
    /// both waited for each other: what the other stored is then seen.
    /// </summary>
    public static async Task<T> InRetriedTransaction<T>(
        this PostgresDatabase database, Func<NpgsqlTransaction, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.InTransaction(work, cancellation);
            }
            catch (PostgresException e) when (attempt < AttemptCountMax && e.SqlState is
                PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
            {
                // Nothing of this attempt is stored; the next one reads what the other has committed.
            }
        }
    }

    public static string? TextOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static NpgsqlCommand Fill(NpgsqlCommand command, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
