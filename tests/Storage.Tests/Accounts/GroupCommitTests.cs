using BillingActors.Storage.Accounts;
using Npgsql;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task A_full_queue_says_busy()
    {
        var flush = new FakeFlush();
        await using var group = new GroupCommit(flush, 1, new StorageOptions { QueueCountMax = 2, FlushCountMax = 1 });
        var first = group.Append(Prepared("E/A"));
        await flush.Entered.Task;
        var waiting = new[] { group.Append(Prepared("E/B")), group.Append(Prepared("E/C")) };

        await Assert.ThrowsAsync<StoreBusyException>(() => group.Append(Prepared("E/D")));

        flush.Gate.SetResult();
        await Task.WhenAll([first, .. waiting]);
    }

    [Fact]
    public async Task What_waits_shares_a_flush_and_an_account_is_in_it_once()
    {
        var flush = new FakeFlush();
        await using var group = new GroupCommit(flush, 1, new StorageOptions());
        var first = group.Append(Prepared("E/A"));
        await flush.Entered.Task;
        var waiting = new[] { "E/C", "E/B", "E/C" }.Select(key => group.Append(Prepared(key))).ToArray();
        flush.Gate.SetResult();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal("E/A | E/B E/C | E/C", string.Join(" | ", flush.Flushes));
    }

    [Fact]
    public async Task An_unknown_outcome_reaches_every_commit_of_the_flush_and_is_not_tried_again()
    {
        var flush = new FakeFlush { Fault = new UnknownOutcomeException("lost", new IOException()) };
        await using var group = new GroupCommit(flush, 1, new StorageOptions());
        var first = group.Append(Prepared("E/A"));
        await flush.Entered.Task;
        var waiting = new[] { group.Append(Prepared("E/B")), group.Append(Prepared("E/C")) };
        flush.Gate.SetResult();

        foreach (var outcome in (Task<LoadedAccount>[])[first, .. waiting])
            await Assert.ThrowsAsync<UnknownOutcomeException>(() => outcome);
        Assert.Equal(2, flush.Flushes.Count);
    }

    [Fact]
    public async Task An_outage_is_not_tried_commit_by_commit()
    {
        var flush = new FakeFlush { Fault = new NpgsqlException("gone") };
        await using var group = new GroupCommit(flush, 1, new StorageOptions());
        var first = group.Append(Prepared("E/A"));
        await flush.Entered.Task;
        var waiting = new[] { group.Append(Prepared("E/B")), group.Append(Prepared("E/C")) };
        flush.Gate.SetResult();

        foreach (var outcome in (Task<LoadedAccount>[])[first, .. waiting])
            await Assert.ThrowsAsync<NpgsqlException>(() => outcome);
        Assert.Equal(2, flush.Flushes.Count);
    }

    private static PreparedCommit Prepared(string key) => PreparedCommit.Of(Open(key));

    /// <summary>Waits in its first flush until the gate opens, and remembers what it was given.</summary>
    private sealed class FakeFlush : IFlush
    {
        public TaskCompletionSource Entered { get; } = new();

        public TaskCompletionSource Gate { get; } = new();

        public List<string> Flushes { get; } = [];

        public Exception? Fault { get; init; }

        public async Task<IReadOnlyList<StoredCommit>> Write(
            IReadOnlyList<PreparedCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation)
        {
            Flushes.Add(string.Join(' ', commits.Select(commit => commit.Key)));
            Entered.TrySetResult();
            await Gate.Task;
            return Fault is null ? [.. commits.Select(commit => new StoredCommit(commit, null))] : throw Fault;
        }
    }
}
