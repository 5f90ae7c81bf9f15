using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite;

/// <summary>
/// Prepared statements of the writer's connection, made once each and released with it; parameters are $1, $2, ….
/// </summary>
internal sealed class SqliteStatements
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Runs a statement; answers how many rows it changed.</summary>
    public int Execute(SqliteTransaction transaction, string sql, params ReadOnlySpan<object?> values) =>
        Command(transaction, sql, values).ExecuteNonQuery();

    /// <summary>Runs a query for one value, null when there is no row.</summary>
    public object? Scalar(SqliteTransaction transaction, string sql, params ReadOnlySpan<object?> values) =>
        Command(transaction, sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    private SqliteCommand Command(SqliteTransaction transaction, string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
            _commands.Add(sql, command = Create(sql, values.Length));
        if (command.Connection != transaction.Connection)
            command.Connection = transaction.Connection;
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private static SqliteCommand Create(string sql, int parameterCount)
    {
        // Constants of this assembly only: callers pass a const, values go into parameters.
        var command = new SqliteCommand(sql);
        for (var i = 1; i <= parameterCount; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        return command;
    }
}
