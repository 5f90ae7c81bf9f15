using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite;

/// <summary>Queries on a reader's connection; parameters are $1, $2 and so on.</summary>
internal static class SqliteQueries
{
    /// <summary>All rows of a query.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection, string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<object?> values)
    {
        if (connection is SqliteReader kept)
            return kept.Query(sql, read, values);
        // Constants of this assembly only: callers pass a const, values go into parameters.
        using var command = new SqliteCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new SqliteParameter("$" + (command.Parameters.Count + 1), value ?? DBNull.Value));
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>A column that may be null.</summary>
    public static string? TextOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Many keys as one parameter, for <c>json_each</c>.</summary>
    public static string JsonArray(IEnumerable<string> values) =>
        JsonArray(values, static (writer, value) => writer.WriteStringValue(value));

    /// <summary>Keys with a number each as one parameter, for <c>json_each</c> of arrays of two.</summary>
    public static string JsonPairs(IEnumerable<(string Key, long Number)> pairs) => JsonArray(
        pairs,
        static (writer, pair) =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(pair.Key);
            writer.WriteNumberValue(pair.Number);
            writer.WriteEndArray();
        });

    private static string JsonArray<T>(IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var value in values)
                write(writer, value);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
