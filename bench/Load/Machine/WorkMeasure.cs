namespace BillingActors.Load.Machine;

/// <summary>What a piece of work took, and what it cost this process and the write-ahead log.</summary>
internal sealed record WorkMeasure(int Count, TimeSpan Time, EngineCost Cost, WalPosition Written, WalPosition Flushed)
{
    /// <summary>Memory of this process during the work.</summary>
    public required MemoryUse Memory { get; init; }

    public double PerSecond => Count / Time.TotalSeconds;

    public double WalBytesPerItem => (double)Written.Bytes / Count;

    public double FlushesPerItem => (double)Flushed.SyncCount / Count;

    public double ProcessorMillisecondsPerItem => Cost.Processor.TotalMilliseconds / Count;

    public double AllocatedBytesPerItem => (double)Cost.AllocatedBytes / Count;

    /// <summary>
    /// Starts the product on a database and measures work in it. The work answers how long what counts took.
    /// </summary>
    public static async Task<WorkMeasure> Of(
        BenchServer server,
        string database,
        (int Count, Func<BenchHost, Task<TimeSpan>> Work) measured,
        CancellationToken cancellation)
    {
        await server.Checkpoint(cancellation);
        var before = await server.Wal(cancellation);
        TimeSpan time;
        WalPosition written;
        EngineCost cost;
        MemoryUse memory;
        await using (var host = await BenchHost.Start(database, cancellation))
        {
            await using var watch = new MemoryWatch();
            var started = EngineCost.Now();
            time = await measured.Work(host);
            cost = EngineCost.Now().Since(started);
            memory = watch.Seen;
            written = await server.Wal(cancellation);
        }
        var flushed = await server.WalOfAll(cancellation);
        return new WorkMeasure(measured.Count, time, cost, written.Since(before), flushed.Since(before))
        {
            Memory = memory,
        };
    }
}
