using BillingActors.Storage.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace BillingActors.Grains.Tests.Orleans;

/// <summary>What Orleans keeps on PostgreSQL, through its own providers and our own tables.</summary>
public sealed class PostgresOrleansTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private const string StateName = "counted";
    private const int RacerCount = 2000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_silos_find_each_other_and_one_leaves()
    {
        using var first = await PostgresSilo.Start(fixture, "two");
        using var second = await PostgresSilo.Start(fixture, "two");
        var members = first.Services.GetRequiredService<IMembershipTable>();

        Assert.Equal(2, Active(await members.ReadAllAsync()));
        await second.StopAsync(Cancellation);
        Assert.Equal(1, Active(await members.ReadAllAsync()));
        await first.StopAsync(Cancellation);
        Assert.Equal(0, Active(await members.ReadAllAsync()));
    }

    [Fact]
    public async Task A_membership_row_moves_only_at_the_version_it_was_read_at()
    {
        using var host = await PostgresSilo.Start(fixture, "versions");
        var members = host.Services.GetRequiredService<IMembershipTable>();
        var before = await members.ReadAllAsync();
        var (row, etag) = before.Members[0];
        var stale = before.Version;
        var next = stale.Next();

        row.SuspectTimes = [Tuple.Create(row.SiloAddress, DateTime.UnixEpoch)];
        Assert.True(await members.UpdateRowAsync(row, etag, next));
        Assert.False(await members.UpdateRowAsync(row, etag, stale.Next()));
        Assert.False(await members.InsertRowAsync(row, (await members.ReadAllAsync()).Version.Next()));

        var after = await members.ReadRowAsync(row.SiloAddress);
        Assert.Equal(next.Version, after.Version.Version);
        Assert.Equal(row.SuspectTimes, after.Members[0].Item1.SuspectTimes);
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_reminder_is_kept_moved_found_by_range_and_removed_at_its_version()
    {
        using var host = await PostgresSilo.Start(fixture, "reminders");
        var table = host.Services.GetRequiredService<IReminderTable>();
        var grain = GrainId.Create("scheduler", Guid.NewGuid().ToString("N"));
        var entry = new ReminderEntry
        {
            GrainId = grain,
            ReminderName = "tick",
            StartAt = new DateTime(2025, 3, 1, 12, 0, 0, DateTimeKind.Utc),
            Period = TimeSpan.FromMinutes(1),
        };

        var first = await table.UpsertRow(entry);
        var second = await table.UpsertRow(entry);

        Assert.NotEqual(first, second);
        var read = await table.ReadRow(grain, "tick");
        Assert.Equal((entry.StartAt, entry.Period, second), (read!.StartAt, read.Period, read.ETag));
        Assert.Single((await table.ReadRows(grain)).Reminders);
        var hash = grain.GetUniformHashCode();
        Assert.Contains((await table.ReadRows(hash - 1, hash)).Reminders, r => r.GrainId == grain);
        Assert.Contains((await table.ReadRows(hash + 1, hash)).Reminders, r => r.GrainId == grain);
        Assert.DoesNotContain((await table.ReadRows(hash, hash + 1)).Reminders, r => r.GrainId == grain);
        Assert.False(await table.RemoveRow(grain, "tick", first!));
        Assert.True(await table.RemoveRow(grain, "tick", second!));
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_state_is_written_read_cleared_and_fenced_by_its_etag()
    {
        using var host = await PostgresSilo.Start(fixture, "states");
        await States.Keep(Storage(host));
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Of_two_thousand_first_writes_one_wins()
    {
        using var host = await PostgresSilo.Start(fixture, "race");
        var storage = Storage(host);
        var grain = GrainId.Create("counted", Guid.NewGuid().ToString("N"));
        var wins = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, RacerCount),
            new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Cancellation },
            async (count, _) =>
            {
                var state = new GrainState<CountedState>(new CountedState { Count = count });
                if (await Record.ExceptionAsync(() => storage.WriteStateAsync(StateName, grain, state)) is not { } lost)
                    Interlocked.Increment(ref wins);
                else
                    Assert.IsType<InconsistentStateException>(lost);
            });

        Assert.Equal(1, wins);
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Of_first_writes_in_pairs_exactly_one_of_each_wins()
    {
        using var host = await PostgresSilo.Start(fixture, "pairs");
        var storage = Storage(host);
        var lost = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, RacerCount),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancellation },
            async (count, _) =>
            {
                var grain = GrainId.Create("counted", "pair-" + Guid.NewGuid().ToString("N"));
                var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Record.ExceptionAsync(
                    () => storage.WriteStateAsync(
                        StateName, grain, new GrainState<CountedState>(new CountedState { Count = count }))).AsTask()));
                Interlocked.Add(ref lost, both.Count(fault => fault is InconsistentStateException));
            });

        Assert.Equal(RacerCount, lost);
        await host.StopAsync(Cancellation);
    }

    private static IGrainStorage Storage(IHost host) =>
        host.Services.GetRequiredKeyedService<IGrainStorage>(PostgresSilo.Storage);

    private static int Active(MembershipTableData table) =>
        table.Members.Count(member => member.Item1.Status == SiloStatus.Active);
}
