using BillingActors.Survival.Clusters;
using BillingActors.Survival.Desks;
using BillingActors.Survival.Faults;

namespace BillingActors.Survival.Tests;

/// <summary>One cluster of processes for all faults; what one leaves behind the next one meets.</summary>
public sealed class ClusterAtWork : IAsyncLifetime
{
    private const int AccountCount = 24;
    private const int MonthCount = 60;

    // Little work, so that the machine is there for the cluster.
    private static readonly LoadSettings Load = new()
    {
        ClerkCount = 4,
        PaymentPace = TimeSpan.FromMilliseconds(150),
        AgentCount = 1,
        NetworkCount = 1,
        RunPace = TimeSpan.FromSeconds(1.5),
    };

    private Arena? _arena;

    /// <summary>The cluster and the work in it.</summary>
    internal Arena Arena => _arena ?? throw new InvalidOperationException("The cluster has not started.");

    public async ValueTask InitializeAsync()
    {
        _arena = await Arena.Open(
            new ArenaSettings(
                new ClusterSettings(), new BookSettings(AccountCount, MonthCount) { HasCalls = true }, Load),
            TestContext.Current.CancellationToken);
        _arena.Load.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_arena is null)
            return;
        var folder = _arena.Cluster.Folder;
        IReadOnlyList<string> anomalies;
        await using (_arena)
            anomalies = await _arena.Check(CancellationToken.None); // What was begun must also come to its end.
        Assert.True(anomalies.Count == 0, $"logs in {folder}:\n" + string.Join('\n', anomalies.Take(20)));
        if (!IsKept)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Whether its logs are wanted afterwards: a fault was not survived.</summary>
    internal bool IsKept { get; set; }
}
