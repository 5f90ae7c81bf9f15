using BillingActors.Storage.Migrations;
using BillingActors.Storage.Sqlite;
using BillingActors.Storage.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(SqliteTemplates))]

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>Files that others are copied from, each made when the first copy is asked for.</summary>
public sealed class SqliteTemplates : IAsyncDisposable
{
    private const string Migrated = "migrated";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-templates-");
    private readonly SemaphoreSlim _one = new(1);

    // The test context knows fixtures of the assembly only while it runs classes, and collections have databases too.
    private static SqliteTemplates? _current;

    public SqliteTemplates() => _current = this;

    /// <summary>The templates of this run.</summary>
    public static SqliteTemplates Current =>
        _current ?? throw new InvalidOperationException("The assembly's fixtures have not been made.");

    /// <summary>Makes a migrated file there.</summary>
    public Task Copy(string path) => Alone(() => CopyMigrated(path));

    /// <summary>Makes a file there as <paramref name="fill"/> left the one of that kind, closed.</summary>
    public Task Copy(string path, string kind, Func<string, Task> fill) => Alone(async () =>
    {
        var template = Of(kind);
        if (!File.Exists(template))
        {
            await CopyMigrated(template);
            await fill(template);
        }
        Copy(template, path);
    });

    public ValueTask DisposeAsync()
    {
        _one.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Copy(string template, string path)
    {
        File.Copy(template, path);
        if (File.Exists(template + "-wal"))
            File.Copy(template + "-wal", path + "-wal");
    }

    private string Of(string kind) => Path.Combine(_folder.FullName, kind + ".db");

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

    private async Task CopyMigrated(string path)
    {
        var template = Of(Migrated);
        if (!File.Exists(template))
        {
            await using var database = new SqliteDatabase(template);
            await Migrator.Run(database, CancellationToken.None);
        }
        Copy(template, path);
    }
}
