using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite;

/// <summary>A prepared statement with the positional parameters $1, $2, …, made to be run many times.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqliteStatement(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
    }

    /// <summary>Runs it and answers how many rows it changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it and adds what it finds.</summary>
    public void ReadInto<T>(ICollection<T> found, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var reader = _command.ExecuteReader();
        while (reader.Read())
            found.Add(read(reader));
    }

    /// <summary>Runs it and answers what it finds.</summary>
    public List<T> Query<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var found = new List<T>();
        ReadInto(found, read, values);
        return found;
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        var parameters = _command.Parameters;
        if (parameters.Count > values.Length)
            parameters.Clear(); // One more than there are values would keep what it had.
        for (var i = 0; i < values.Length; i++)
        {
            if (i == parameters.Count)
                parameters.Add(new SqliteParameter { ParameterName = "$" + (i + 1) });
            parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
