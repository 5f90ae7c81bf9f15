namespace BillingActors.Survival.Network;

/// <summary>The state of a way between two programs: whole, or cut so that nothing passes and nobody is told.</summary>
internal sealed class Wire
{
    private volatile TaskCompletionSource _open = Opened();

    /// <summary>Waits while it is cut.</summary>
    public Task Passes(CancellationToken cancellation) => _open.Task.WaitAsync(cancellation);

    /// <summary>From now on nothing passes; what was sent stays on the way.</summary>
    public void Cut()
    {
        if (_open.Task.IsCompleted)
            _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>What was on the way arrives, and all that follows.</summary>
    public void Mend() => _open.TrySetResult();

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }
}
