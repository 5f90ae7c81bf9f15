using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Tests.Privacy;

/// <summary>Everything that lies in an SQLite database: each value of each table, and the files themselves.</summary>
public static class SqliteCells
{
    private const string SelectTables = "select name from sqlite_master where type = 'table'";

    public static async Task<IReadOnlyList<Cell>> Of(string path)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync();
        var cells = new List<Cell>();
        foreach (var table in Rows(connection, SelectTables).Select(row => Encoding.UTF8.GetString(row[0].Bytes)))
            cells.AddRange(Rows(connection, $"select * from {table}").SelectMany(row => row, (_, cell) =>
                cell with { Place = $"{table}.{cell.Place}" }));
        foreach (var file in (string[])[path, path + "-wal"])
        {
            if (File.Exists(file))
                cells.Add(new Cell(Path.GetFileName(file), await Bytes(file)));
        }
        return cells;
    }

    private static List<Cell[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<Cell[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(
                column => new Cell(reader.GetName(column), Bytes(reader.GetValue(column))))]);
        return rows;
    }

    private static byte[] Bytes(object value) => value as byte[]
        ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    private static async Task<byte[]> Bytes(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
