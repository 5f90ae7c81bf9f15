using Npgsql;

namespace BillingActors.Storage.Postgres;

/// <summary>Commands with positional parameters, and columns of rows as arrays for <c>unnest</c>.</summary>
internal static class PostgresCommands
{
    /// <summary>A command for a batch.</summary>
    public static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    /// <summary>One value.</summary>
    public static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    /// <summary>All rows of a command.</summary>
    public static async Task<IReadOnlyList<T>> ReadAll<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAll(read, cancellation);
    }

    /// <summary>All rows of the result a reader stands at.</summary>
    public static async Task<IReadOnlyList<T>> ReadAll<T>(
        this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>One column of many rows.</summary>
    public static NpgsqlParameter<T[]> Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(rows[i]);
        return new NpgsqlParameter<T[]> { TypedValue = column };
    }
}
