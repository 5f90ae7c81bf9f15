using BillingActors.Survival.Databases;

namespace BillingActors.Survival.Tests;

/// <summary>The way back that docs/operating/recover.md describes, rehearsed while the cluster works.</summary>
[Trait("Group", "Kill"), Trait("Group", "Postgres")]
[Collection<OneCluster>]
public sealed class RestoreTests(ClusterAtWork cluster, ITestOutputHelper output)
{
    [Fact]
    public async Task A_backup_under_load_goes_back_to_a_moment_with_all_that_was_acknowledged_by_then()
    {
        var (arena, cancellation) = (cluster.Arena, TestContext.Current.CancellationToken);
        var folder = Path.Combine(arena.Cluster.Folder, "restored");
        var backup = new Backup(arena.Cluster.Postgres, folder);
        await backup.Take(cancellation);
        await UntilAcknowledged(arena.Load.Log.AcknowledgedCount + 20);
        var known = arena.Load.Log.Known;
        var moment = await backup.Moment(cancellation);
        await UntilAcknowledged(arena.Load.Log.AcknowledgedCount + 20);
        await backup.Archived(cancellation);

        await using var restored = await backup.RestoreTo(moment, cancellation);

        Assert.Empty(await arena.CheckRestored(restored, known, cancellation));
        var later = arena.Load.Log.Known.Commands.Count - known.Commands.Count;
        output.WriteLine($"back at {moment} with {known.Commands.Count} payments; {later} came later");
    }

    private async Task UntilAcknowledged(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (cluster.Arena.Load.Log.AcknowledgedCount < count)
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
    }
}
