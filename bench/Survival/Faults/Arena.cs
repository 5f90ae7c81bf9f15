using System.Diagnostics;
using BillingActors.Survival.Checks;
using BillingActors.Survival.Clusters;
using BillingActors.Survival.Databases;
using BillingActors.Survival.Desks;
using BillingActors.Survival.Processes;
using Npgsql;

namespace BillingActors.Survival.Faults;

/// <summary>A cluster at work, and those who break it and count what is left.</summary>
internal sealed class Arena : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ResumeLongest = TimeSpan.FromSeconds(120);

    private readonly BookSettings _books;
    private readonly OfflineBooks _offline;
    private readonly NpgsqlDataSource _source;

    private Arena(SurvivalCluster cluster, (Workload Load, string Key) desks, BookSettings books, OfflineBooks offline)
    {
        (Cluster, Load, Key, _books, _offline) = (cluster, desks.Load, desks.Key, books, offline);
        _source = NpgsqlDataSource.Create(cluster.Connection());
    }

    /// <summary>The cluster.</summary>
    public SurvivalCluster Cluster { get; }

    /// <summary>The work that goes on in it.</summary>
    public Workload Load { get; }

    /// <summary>An API key of the cluster.</summary>
    public string Key { get; }

    /// <summary>Accounts in the books.</summary>
    public int AccountCount => _books.AccountCount;

    /// <summary>Starts a cluster, enters its books and opens its desks; nobody works yet.</summary>
    public static async Task<Arena> Open(ArenaSettings settings, CancellationToken cancellation)
    {
        var cluster = await SurvivalCluster.Start(settings.Cluster, cancellation);
        var offline = new OfflineBooks(cluster.Connection(), cluster.MasterKey);
        try
        {
            var key = await offline.MakeKey("sam", cancellation);
            var second = await offline.MakeKey("ana", cancellation);
            using (var desk = new Caller(cluster.Gateway.Address, key, Patience))
            using (var other = new Caller(cluster.Gateway.Address, second, Patience))
                await Books.Enter(settings.Books, desk, other, cancellation);
            var log = new CommandLog(Path.Combine(cluster.Folder, "commands.log"), settings.Books.AccountCount);
            var load = new Workload(cluster.Gateway.Address, key, settings.Books, (settings.Load, log));
            return new Arena(cluster, (load, key), settings.Books, offline);
        }
        catch
        {
            await offline.DisposeAsync();
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets a fault happen and waits until work goes on by itself.</summary>
    public async Task<FaultOutcome> Suffer(IFault fault, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        Blow blow;
        try
        {
            blow = await fault.Strike(this, cancellation);
        }
        finally
        {
            Cluster.Wires.Mend();
        }
        await Wait.Until(
            $"every account is served after {fault.Name} of {blow.Target}", ResumeLongest,
            () => Task.FromResult(Load.Log.AllServedSince(blow.Since)), cancellation);
        return new FaultOutcome(
            fault.Name, blow.Target, Stopwatch.GetElapsedTime(begun), blow.DeclaredAfter,
            Stopwatch.GetElapsedTime(blow.Since));
    }

    /// <summary>Compares what is in the books at a moment, while work goes on, with what senders know.</summary>
    public async Task<IReadOnlyList<string>> Look(CancellationToken cancellation)
    {
        var effects = await Effects.Check(_source, Load.Log.Known, cancellation);
        return [.. Load.Log.Anomalies, .. effects, .. await _offline.Verify(cancellation)];
    }

    /// <summary>Lets work come to rest and compares what is in the books with what senders know.</summary>
    public async Task<IReadOnlyList<string>> Check(CancellationToken cancellation)
    {
        await Cluster.UntilReady(cancellation);
        await Load.Drain();
        var calls = await CallEffects.Check(_source, Load.Log.Calls, cancellation);
        return [.. calls, .. await Look(cancellation)];
    }

    /// <summary>Compares the books of another server, restored to a moment, with what senders knew at it.</summary>
    public async Task<IReadOnlyList<string>> CheckRestored(
        PrivatePostgres restored, Known known, CancellationToken cancellation)
    {
        var connection = restored.At(SurvivalCluster.Database).ConnectionString;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var books = new OfflineBooks(connection, Cluster.MasterKey);
        return [.. await Effects.Check(source, known, cancellation), .. await books.Verify(cancellation)];
    }

    public async ValueTask DisposeAsync()
    {
        Load.Dispose();
        await _source.DisposeAsync();
        await _offline.DisposeAsync();
        await Cluster.DisposeAsync();
    }
}
