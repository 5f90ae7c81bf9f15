using BillingActors.Storage.Migrations;
using BillingActors.Storage.Postgres;
using BillingActors.Storage.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(PostgresTemplates))]

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>
/// Databases that others are copied from, each made when the first copy is asked for: to migrate and to fill one takes
/// longer than most tests.
/// </summary>
public sealed class PostgresTemplates : IAsyncDisposable
{
    private const string Migrated = "migrated";

    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);

    // The test context knows fixtures of the assembly only while it runs classes, and collections have databases too.
    private static PostgresTemplates? _current;

    public PostgresTemplates() => _current = this;

    /// <summary>The templates of this run.</summary>
    public static PostgresTemplates Current =>
        _current ?? throw new InvalidOperationException("The assembly's fixtures have not been made.");

    /// <summary>Makes a migrated database of that name.</summary>
    public Task Copy(string name) => Alone(() => CopyMigrated(name));

    /// <summary>Makes a database of that name as <paramref name="fill"/> left the one of that kind.</summary>
    public Task Copy(string name, string kind, Func<string, Task> fill) => Alone(async () =>
    {
        if (!_made.TryGetValue(kind, out var template))
        {
            template = NewName();
            await CopyMigrated(template);
            _made[kind] = template;
            await fill(template);
        }
        await TestServer.Run($"create database {name} template {template}");
    });

    public async ValueTask DisposeAsync()
    {
        _one.Dispose();
        foreach (var template in _made.Values)
            await TestServer.Drop(template);
    }

    private static string NewName() => $"billing_test_{Guid.NewGuid():N}";

    // The server copies a database only while nobody uses it, another copy included.
    private async Task Alone(Func<Task> copy)
    {
        await _one.WaitAsync();
        try
        {
            await copy();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task CopyMigrated(string name)
    {
        if (!_made.TryGetValue(Migrated, out var template))
        {
            template = NewName();
            await TestServer.Run(
                $"create database {template} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
            _made[Migrated] = template;
            await using var database = new PostgresDatabase(TestServer.To(template));
            await Migrator.Run(database, CancellationToken.None);
            await TestServer.MakeWorker();
            await PostgresRights.Grant(database, TestServer.Worker, CancellationToken.None);
        }
        await TestServer.Run($"create database {name} template {template}");
    }
}
