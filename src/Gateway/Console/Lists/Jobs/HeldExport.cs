namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>A job that this program writes, or whose file it has.</summary>
internal sealed class HeldExport(string jobId, CancellationToken stopping) : IDisposable
{
    private readonly Lock _gate = new();
    private bool _isOver;
    private bool _isDone;

    /// <summary>Its id.</summary>
    public string JobId => jobId;

    /// <summary>What is written.</summary>
    public SealedFile File { get; } = new();

    /// <summary>Ends when nobody wants it any more, or the program ends.</summary>
    public CancellationTokenSource Ending { get; } = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    /// <summary>Rows that are written.</summary>
    public long Count { get; set; }

    /// <summary>All of it is there; false where somebody dropped it meanwhile.</summary>
    public bool Done(long count)
    {
        lock (_gate)
        {
            (Count, _isDone) = (count, !_isOver);
            return _isDone;
        }
    }

    /// <summary>Reads the file; null while it is written, and when it is gone.</summary>
    public Stream? Read()
    {
        lock (_gate)
            return _isDone && !_isOver ? File.Read() : null;
    }

    /// <summary>Whoever writes ends and drops what is written; readers that began go on.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            _isOver = true;
            Ending.Cancel();
            if (!_isDone)
                return; // The writer closes it when it has let go.
        }
        Close();
    }

    /// <summary>Takes the file away.</summary>
    public void Close()
    {
        File.Dispose();
        Ending.Dispose();
    }
}
