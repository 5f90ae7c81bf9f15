namespace BillingActors.Load.Machine;

/// <summary>Looks at the memory of this process while work goes on, and keeps the largest of what it saw.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly PeriodicTimer _timer = new(Between);
    private readonly long _residentBefore = Environment.WorkingSet;
    private readonly Task _watching;
    private long _residentMost;
    private long _liveMost;

    public MemoryWatch()
    {
        Look();
        _watching = Watch();
    }

    /// <summary>What was seen so far.</summary>
    public MemoryUse Seen => new(_residentBefore, Interlocked.Read(ref _residentMost), Interlocked.Read(ref _liveMost));

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _watching;
    }

    private async Task Watch()
    {
        while (await _timer.WaitForNextTickAsync())
            Look();
    }

    private void Look()
    {
        var heap = GC.GetGCMemoryInfo(GCKind.Any);
        Raise(ref _residentMost, Environment.WorkingSet);
        Raise(ref _liveMost, heap.HeapSizeBytes - heap.FragmentedBytes);
    }

    // Only this task writes.
    private static void Raise(ref long most, long now) => Interlocked.Exchange(ref most, Math.Max(most, now));
}
