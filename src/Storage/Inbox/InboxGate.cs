using System.Diagnostics;

namespace BillingActors.Storage.Inbox;

/// <summary>
/// Decides whether a stream takes more. It knows what waits from the database, at most a moment old, and adds what it
/// let in since; so it may say "full" a little early, and never much too late.
/// </summary>
internal sealed class InboxGate(string streamNamespace, IInboxTable table, InboxOptions options)
{
    private static readonly TimeSpan AgeMax = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private InboxDepth _depth;
    private long _readAt;
    private long _recordsSince;
    private long _bytesSince;
    private double _donePerSecond;

    /// <summary>Throws where the stream is full.</summary>
    public async Task Enter(PreparedAppend append, CancellationToken cancellation)
    {
        if (_readAt == 0 || Stopwatch.GetElapsedTime(_readAt) > AgeMax)
            await Look(cancellation);
        if (Overflow(append) > 0)
            throw new InboxFullException(streamNamespace, RetryAfter(Overflow(append)));
        _recordsSince += append.RecordCount;
        _bytesSince += append.ByteCount;
    }

    /// <summary>Records too many; a stream where nothing waits takes an append of any size.</summary>
    private long Overflow(PreparedAppend append)
    {
        var waiting = _depth.Accepted - _depth.Done + _recordsSince;
        var bytes = _depth.AcceptedBytes - _depth.DoneBytes + _bytesSince;
        if (waiting == 0)
            return 0;
        return bytes + append.ByteCount > options.WaitingByteCountMax
            ? Math.Max(append.RecordCount, waiting + append.RecordCount - options.WaitingRecordCountMax)
            : waiting + append.RecordCount - options.WaitingRecordCountMax;
    }

    private async Task Look(CancellationToken cancellation)
    {
        var (before, readAt) = (_depth, _readAt);
        _depth = await table.Depth(streamNamespace, cancellation);
        _readAt = Stopwatch.GetTimestamp();
        (_recordsSince, _bytesSince) = (0, 0);
        if (readAt == 0)
            return;
        // The newest interval counts as much as all before it: what drains now is what the caller waits for.
        var rate = (_depth.Done - before.Done) / Stopwatch.GetElapsedTime(readAt, _readAt).TotalSeconds;
        _donePerSecond = (_donePerSecond + rate) / 2;
    }

    private TimeSpan RetryAfter(long overflow)
    {
        if (_donePerSecond < 1)
            return TimeSpan.FromSeconds(5);
        var seconds = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Ceiling(overflow / _donePerSecond)));
        return seconds < Shortest ? Shortest : seconds;
    }
}
