using System.Globalization;
using BillingActors.Storage.Postgres;

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>A fresh, migrated PostgreSQL database per test class, dropped after it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string _name;
    private readonly bool _isBorrowed;
    private PostgresDatabase? _database;

    public PostgresFixture() => _name = $"billing_test_{Guid.NewGuid():N}";

    private PostgresFixture(string name) => (_name, _isBorrowed) = (name, true);

    public PostgresDatabase Database => _database!;

    public string ConnectionString { get; private set; } = "";

    /// <summary>The same as the role of a program, which can change no history.</summary>
    public string WorkerConnectionString { get; private set; } = "";

    /// <summary>A database that exists and is another's to drop.</summary>
    public static PostgresFixture Of(string name)
    {
        var fixture = new PostgresFixture(name);
        fixture.Open();
        return fixture;
    }

    public async ValueTask InitializeAsync()
    {
        await PostgresTemplates.Current.Copy(_name);
        Open();
    }

    /// <summary>Takes what a template of that kind holds; see <see cref="PostgresTemplates"/>.</summary>
    public async Task Initialize(string kind, Func<string, Task> fill)
    {
        await PostgresTemplates.Current.Copy(_name, kind, fill);
        Open();
    }

    /// <summary>Runs raw SQL; answers the first value as a number, 0 for none.</summary>
    public async Task<long> Sql(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        var value = await command.ExecuteScalarAsync();
        return Convert.ToInt64(value is null or DBNull ? 0L : value, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        if (!_isBorrowed)
            await TestServer.Drop(_name);
    }

    private void Open()
    {
        (ConnectionString, WorkerConnectionString) = (TestServer.To(_name), TestServer.ToAsWorker(_name));
        _database = new PostgresDatabase(ConnectionString);
    }
}
