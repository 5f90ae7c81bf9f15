using System.Diagnostics.Metrics;

namespace BillingActors.Load.Cycles;

/// <summary>Listens to how long runs worked and how long they made way for others.</summary>
internal sealed class YieldedShare : IDisposable
{
    private const string MeterName = "BillingActors.Runs";
    private const string Worked = "billing.runs.worked";
    private const string Yielded = "billing.runs.yielded";

    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private double _worked;
    private double _yielded;

    public YieldedShare()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>(Take);
        _listener.Start();
    }

    /// <summary>Part of their time that runs made way, 0 to 1.</summary>
    public double Share
    {
        get
        {
            lock (_gate)
                return _worked + _yielded == 0 ? 0 : _yielded / (_worked + _yielded);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Take(
        Instrument instrument, double milliseconds, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        lock (_gate)
        {
            if (instrument.Name == Worked)
                _worked += milliseconds;
            else if (instrument.Name == Yielded)
                _yielded += milliseconds;
        }
    }
}
