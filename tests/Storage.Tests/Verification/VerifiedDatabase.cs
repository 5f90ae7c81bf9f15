using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>A database of one test's own: verification looks at all of it, so none may be shared.</summary>
public abstract class VerifiedDatabase : IAsyncDisposable
{
    public MasterKey Master { get; } = MasterKey.Create();

    public StoreSet Stores { get; private set; } = null!;

    public IMasterDataStore MasterData { get; private set; } = null!;

    public abstract IVerification Verification { get; }

    /// <summary>Creates it and opens its stores.</summary>
    public async Task Start()
    {
        Stores = await Open();
        MasterData = new MasterDataStore(Table, new KeyRing(Table, Master));
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
        await Stores.DisposeAsync();
        await Close();
        GC.SuppressFinalize(this);
    }

    private protected abstract IMasterDataTable Table { get; }

    protected abstract Task<StoreSet> Open();

    protected abstract ValueTask Close();

    protected abstract string Unlock(string table);
}
