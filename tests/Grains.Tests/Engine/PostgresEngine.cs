using BillingActors.Storage;
using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Grains.Tests.Engine;

/// <summary>
/// Two silos over one PostgreSQL database, as a role that owns nothing and can change no history: whatever the engine
/// promises, it keeps with these rights.
/// </summary>
public sealed class PostgresEngine() : BillingEngine(siloCount: 2, pageSize: 5)
{
    /// <summary>Tests of one engine run one after the other.</summary>
    public const string Collection = "two silos over PostgreSQL";

    // Whatever the silos write about themselves; everything else belongs to the product.
    private const string TableNames = """
        select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
            and table_name not like 'orleans%' order by table_name
        """;

    private readonly PostgresFixture _database = new();

    protected override StorageOptions Storage => new()
    {
        Provider = StorageOptions.Postgres,
        ConnectionString = _database.WorkerConnectionString,
    };

    public override Task<long> Sql(string sql) => _database.Sql(sql);

    public override async Task<string[]> Digests()
    {
        var names = new List<string>();
        await using (var command = _database.Database.Source.CreateCommand(TableNames))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                names.Add(rows.GetString(0));
        }
        var digests = new List<string>();
        foreach (var name in names)
        {
            var hash = await Sql(
                $"select coalesce(sum(('x' || left(md5(t::text), 8))::bit(32)::bigint), 0) from {name} as t");
            digests.Add($"{name} {hash}");
        }
        return [.. digests];
    }

    protected override async Task Prepare() => await _database.InitializeAsync();

    protected override async Task Clean() => await _database.DisposeAsync();

    protected override void AddOrleansStores(ISiloBuilder silo) => silo
        .UseAdoNetReminderService(o => (o.Invariant, o.ConnectionString) = ("Npgsql", _database.WorkerConnectionString))
        .AddAdoNetGrainStorage(
            GrainsHosting.StorageName,
            o => (o.Invariant, o.ConnectionString) = ("Npgsql", _database.WorkerConnectionString));
}
