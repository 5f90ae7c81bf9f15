using System.Collections.Concurrent;
using System.Threading.Channels;
using BillingActors.Storage.Exports;

namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>
/// Writes what somebody agreed to, one after the other, and has the files. Each program does; what one of them left
/// when it ended or was killed, another one or its next start writes anew.
/// </summary>
internal sealed partial class ExportWriter(
    IExportStore store, ExportWishes wishes, TimeProvider clock, ILogger<ExportWriter> log) : BackgroundService
{
    /// <summary>How long a request waits, and how long a file is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>After so long without a sign of life others take over.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, HeldExport> _held = new(StringComparer.Ordinal);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Looks at once: somebody agreed.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>What this program writes or has of a job; null where that is none of its.</summary>
    public HeldExport? Find(string jobId) => _held.GetValueOrDefault(jobId);

    /// <summary>Drops what this program writes or has of a job.</summary>
    public void Forget(string jobId)
    {
        if (_held.TryRemove(jobId, out var held))
            held.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var jobId in _held.Keys)
            Forget(jobId);
        await Try(() => store.Release(Holder(), cancellationToken), cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (var jobId in _held.Keys)
            Forget(jobId);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Writing(stoppingToken), Keeping(stoppingToken));

    /// <summary>Says that this program lives and what it has; drops what is another's, and what is too old.</summary>
    internal async Task Keep(CancellationToken cancellation)
    {
        await store.DropBefore(clock.GetUtcNow() - KeptFor, cancellation);
        foreach (var held in _held.Values)
        {
            if (!await store.Keep(held.JobId, Holder(), held.Count, cancellation))
                Forget(held.JobId);
        }
    }

    /// <summary>Writes the next one; answers whether there was one.</summary>
    internal async Task<bool> WriteNext(CancellationToken cancellation)
    {
        if (await store.Claim(Holder(), cancellation) is not { } stored)
            return false;
        if (wishes.Read(stored) is not { } job)
        {
            await store.Fail(stored.JobId, Holder(), cancellation);
            return true;
        }
        Forget(job.Id); // What an earlier turn of this program left of it.
        var held = _held[job.Id] = new HeldExport(job.Id, cancellation);
        try
        {
            if (!await Write(job, held))
                Drop(held);
        }
        catch (OperationCanceledException) when (held.Ending.IsCancellationRequested)
        {
            Drop(held);
        }
        catch (Exception fault)
        {
            Drop(held);
            LogFailed(log, fault, job.Export.List.Name);
            await store.Fail(job.Id, Holder(), cancellation);
        }
        return true;
    }

    private async Task<bool> Write(ExportJob job, HeldExport held)
    {
        var ending = held.Ending.Token;
        var export = job.Export with { Counted = count => held.Count = count };
        var written = await held.File.Write(stream => job.File.Write(export, stream, ending), ending);
        return await store.Finish(job.Id, Holder(), written, ending) && held.Done(written);
    }

    private void Drop(HeldExport held)
    {
        _held.TryRemove(new(held.JobId, held));
        held.Dispose();
        held.Close();
    }

    private async Task Writing(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Try(
                async () =>
                {
                    while (await WriteNext(stopping))
                    {
                        // The next one.
                    }
                },
                stopping);
            using var next = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var woken = _wake.Reader.ReadAsync(next.Token).AsTask();
            await Task.WhenAny(woken, Task.Delay(Between, clock, next.Token));
            await next.CancelAsync();
        }
    }

    private async Task Keeping(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stopping))
            await Try(() => Keep(stopping), stopping);
    }

    private async Task Try(Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFault(log, fault);
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private ExportHolder Holder()
    {
        var now = clock.GetUtcNow();
        return new ExportHolder(_id, now, now + HeldFor);
    }

    [LoggerMessage(LogLevel.Error, "A file of {List} could not be written")]
    private static partial void LogFailed(ILogger logger, Exception fault, string list);

    [LoggerMessage(LogLevel.Warning, "Long exports could not be worked on")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
