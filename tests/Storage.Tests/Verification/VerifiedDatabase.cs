using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>A database of one test's own: verification looks at all of it, so none may be shared.</summary>
public abstract class VerifiedDatabase : IAsyncDisposable
{
    private const string CleanBooksKind = "clean-books";

    private StoreSet? _stores;

    /// <summary>One for all: the filled databases are copies of one that was filled under it.</summary>
    public static MasterKey Master { get; } = MasterKey.Create();

    public StoreSet Stores => _stores ?? throw new InvalidOperationException("The database is not started.");

    public IMasterDataStore MasterData { get; private set; } = null!;

    public abstract IVerification Verification { get; }

    /// <summary>Creates it without a row and opens its stores.</summary>
    public async Task Start()
    {
        await Create();
        Open();
    }

    /// <summary>Creates it with something of everything in it and opens its stores.</summary>
    public async Task StartFilled(CancellationToken cancellation)
    {
        await Create(CleanBooksKind, async place =>
        {
            await using var database = At(place);
            database.Open();
            await new CleanBooks(database, cancellation).Fill();
        });
        Open();
    }

    /// <summary>Changes rows of a table that says its rows are never changed.</summary>
    public async Task Corrupt(string table, string sql)
    {
        await Sql(Unlock(table));
        await Sql(sql);
    }

    /// <summary>Runs raw SQL.</summary>
    public Task<long> Sql(string sql) => Stores.Sql(sql);

    /// <summary>An expression: the bytes of a column with one text in them replaced.</summary>
    public abstract string Replaced(string column, string text, string by);

    /// <summary>A literal of bytes.</summary>
    public abstract string Bytes(string hex);

    public async ValueTask DisposeAsync()
    {
        if (_stores is not null)
            await _stores.DisposeAsync();
        await Close();
        GC.SuppressFinalize(this);
    }

    private protected abstract IMasterDataTable Table { get; }

    protected abstract ValueTask Create();

    protected abstract Task Create(string kind, Func<string, Task> fill);

    /// <summary>One that exists already, by its name or path.</summary>
    protected abstract VerifiedDatabase At(string place);

    protected abstract StoreSet OpenStores();

    protected abstract ValueTask Close();

    protected abstract string Unlock(string table);

    private void Open()
    {
        _stores = OpenStores();
        MasterData = new MasterDataStore(Table, new KeyRing(Table, Master));
    }
}
