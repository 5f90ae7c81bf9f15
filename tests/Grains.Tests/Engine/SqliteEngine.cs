using System.Globalization;
using BillingActors.Grains.Persistence;
using BillingActors.Storage;
using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Grains.Tests.Engine;

/// <summary>One silo over an SQLite file.</summary>
public sealed class SqliteEngine() : BillingEngine(siloCount: 1, pageSize: 5)
{
    /// <summary>Tests of one engine run one after the other.</summary>
    public const string Collection = "one silo over SQLite";

    private const string TableNames = """
        select name from sqlite_master where type = 'table' and name not in ('grain_state', 'sqlite_sequence')
        """;

    private readonly SqliteFixture _database = new();

    protected override StorageOptions Storage => new() { Path = _database.Database.Path };

    public override Task<long> Sql(string sql) => _database.Sql(sql);

    public override Task<string[]> Digests() => _database.Database.Read(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = TableNames;
            var names = new List<string>();
            using (var rows = command.ExecuteReader())
            {
                while (rows.Read())
                    names.Add(rows.GetString(0));
            }
            return names.Order(StringComparer.Ordinal).Select(name => $"{name} {Hash(command, name)}").ToArray();
        },
        CancellationToken.None);

    protected override async Task Prepare() => await _database.InitializeAsync();

    protected override async Task Clean() => await _database.DisposeAsync();

    protected override void AddOrleansStores(ISiloBuilder silo) =>
        silo.UseInMemoryReminderService().AddSqliteGrainStorage(GrainsHosting.StorageName);

    private static string Hash(Microsoft.Data.Sqlite.SqliteCommand command, string table)
    {
        command.CommandText = $"select * from {table}";
        var sum = 0UL;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var row = string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.GetValue(i))));
            unchecked
            {
                sum += BitConverter.ToUInt64(
                    System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(row)));
            }
        }
        return sum.ToString("x", CultureInfo.InvariantCulture);
    }

    private static string Text(object value) => value is byte[] bytes
        ? Convert.ToHexString(bytes)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
