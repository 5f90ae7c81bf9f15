namespace BillingActors.Survival.Desks;

/// <summary>
/// Clerks, networks, agents and an operator at the gateway, all at once; may be stopped and started again.
/// </summary>
internal sealed class Workload : IDisposable
{
    private readonly LoadSettings _settings;
    private readonly Caller _door;
    private readonly RunDesk _runs;
    private readonly LookUpDesk _lookUps;
    private readonly UsageDesk _usage;
    private CancellationTokenSource? _end;
    private CancellationTokenSource? _giveUp;
    private Task _work = Task.CompletedTask;

    /// <summary>Opens the desks at a gateway.</summary>
    public Workload(Uri gateway, string key, BookSettings books, (LoadSettings Settings, CommandLog Log) load)
    {
        (_settings, Log) = load;
        _door = new Caller(gateway, key, _settings.Patience);
        Payments = new PaymentDesk(_door, Log, books.AccountCount);
        _runs = new RunDesk(_door, Log, books);
        _lookUps = new LookUpDesk(_door, Log, books.AccountCount);
        _usage = new UsageDesk(_door, Log, books.AccountCount, _runs);
    }

    /// <summary>What the senders know.</summary>
    public CommandLog Log { get; }

    /// <summary>The clerks' payments.</summary>
    public PaymentDesk Payments { get; }

    /// <summary>Begins to work.</summary>
    public void Start()
    {
        (_end, _giveUp) = (new CancellationTokenSource(), new CancellationTokenSource());
        var (end, giveUp) = (_end.Token, _giveUp.Token);
        _work = Task.WhenAll(
        [
            .. Enumerable.Range(0, _settings.ClerkCount).Select(_ => Payments.Work(_settings.PaymentPace, end, giveUp)),
            .. Enumerable.Range(0, _settings.NetworkCount).Select(_ => _usage.Work(_settings.CallPace, end, giveUp)),
            .. Enumerable.Range(0, _settings.AgentCount).Select(_ => _lookUps.Work(_settings.LookUpPace, end)),
            _runs.Work(_settings.RunPace, end, giveUp),
        ]);
    }

    /// <summary>Begins nothing more, and waits until all that was begun is ended.</summary>
    public async Task Drain()
    {
        if (_end is null || _giveUp is null)
            return;
        await _end.CancelAsync();
        _giveUp.CancelAfter(_settings.DrainLongest);
        await _work;
        if (_giveUp.IsCancellationRequested)
            Log.Report($"work that was begun had not ended {_settings.DrainLongest.TotalSeconds:N0} s later");
        _end.Dispose();
        _giveUp.Dispose();
        (_end, _giveUp) = (null, null);
    }

    public void Dispose()
    {
        _end?.Cancel();
        _giveUp?.Cancel();
        _end?.Dispose();
        _giveUp?.Dispose();
        _door.Dispose();
        Log.Dispose();
    }
}
