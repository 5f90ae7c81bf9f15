using System.Globalization;
using System.Text;
using Npgsql;

namespace BillingActors.Storage.Tests.Privacy;

/// <summary>Everything that lies in a PostgreSQL database: each value of each table.</summary>
public static class PostgresCells
{
    private const string SelectTables = """
        select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
        """;

    public static async Task<IReadOnlyList<Cell>> Of(NpgsqlDataSource source)
    {
        var cells = new List<Cell>();
        foreach (var table in await Read(source, SelectTables))
            cells.AddRange((await Read(source, $"select * from {Encoding.UTF8.GetString(table.Bytes)}"))
                .Select(cell => cell with { Place = $"{Encoding.UTF8.GetString(table.Bytes)}.{cell.Place}" }));
        return cells;
    }

    private static async Task<List<Cell>> Read(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var cells = new List<Cell>();
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++)
                cells.Add(new Cell(rows.GetName(column), Bytes(rows.GetValue(column))));
        }
        return cells;
    }

    private static byte[] Bytes(object value) => value switch
    {
        byte[] bytes => bytes,
        string[] texts => Encoding.UTF8.GetBytes(string.Join('\n', texts)),
        _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}
