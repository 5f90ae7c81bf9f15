using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Clusters;

/// <summary>
/// One program of the cluster and whoever looks after it: a program that ended and is still wanted is started again, as
/// a container engine would.
/// </summary>
internal sealed class ClusterProgram : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly HttpClient _http;
    private readonly Func<LoggedProcess> _start;
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _gate = new(1);
    private LoggedProcess? _process;
    private bool _isWanted;
    private Task? _watch;

    /// <summary>Names it; nothing runs yet.</summary>
    public ClusterProgram(string name, int httpPort, Func<LoggedProcess> start)
    {
        (Name, _start) = (name, start);
        _http = new HttpClient
        {
            BaseAddress = new UriBuilder("http", "127.0.0.1", httpPort).Uri,
            Timeout = TimeSpan.FromSeconds(6),
        };
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Where it answers HTTP.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>Port of its membership; 0 of a gateway.</summary>
    public int MemberPort { get; init; }

    /// <summary>How often it was started because it had ended.</summary>
    public int RestartCount { get; private set; }

    /// <summary>Its process, as long as there is one.</summary>
    public int? ProcessId => _process is { HasEnded: false } process ? process.Id : null;

    /// <summary>Whether it is meant to run.</summary>
    public bool IsWanted => _isWanted;

    /// <summary>Starts it, and from then on keeps it running.</summary>
    public async Task Start()
    {
        await _gate.WaitAsync();
        try
        {
            _isWanted = true;
            await Launch();
        }
        finally
        {
            _gate.Release();
        }
        _watch ??= Watch();
    }

    /// <summary>Waits until it takes calls.</summary>
    public Task<TimeSpan> UntilReady(CancellationToken cancellation) => Wait.Until(
        Name + " is ready", Patience, () => IsReady(cancellation), cancellation);

    /// <summary>Whether it takes calls just now.</summary>
    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync(
                new Uri("health/ready", UriKind.Relative), cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Kills it, and leaves it so until it is started again.</summary>
    public async Task Kill()
    {
        _isWanted = false;
        if (_process is { } process)
            await process.Kill();
    }

    /// <summary>Asks it to end, and waits; gives its exit code, or null when it had to be killed.</summary>
    public async Task<int?> Stop()
    {
        _isWanted = false;
        return _process is { HasEnded: false } process ? await process.Stop() : 0;
    }

    /// <summary>Sends it a signal.</summary>
    public Task Send(Signal signal) => _process?.Send(signal) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_watch is { } watch)
            await watch;
        if (_process is { } process)
            await process.DisposeAsync();
        _http.Dispose();
        _gate.Dispose();
        _end.Dispose();
    }

    private async Task Watch()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(Between, CancellationToken.None);
            await _gate.WaitAsync(CancellationToken.None);
            try
            {
                if (!_isWanted || _process is { HasEnded: false } || _end.IsCancellationRequested)
                    continue;
                RestartCount++;
                await Launch();
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    private async Task Launch()
    {
        if (_process is { HasEnded: false })
            return;
        if (_process is { } ended)
            await ended.DisposeAsync();
        _process = _start();
    }
}
