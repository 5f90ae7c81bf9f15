using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace BillingActors.Survival.Desks;

/// <summary>
/// What the senders know: every command, and since when it is acknowledged. Kept outside the cluster, in memory and in
/// a file.
/// </summary>
internal sealed class CommandLog(string file, int accountCount) : IDisposable
{
    private readonly StreamWriter _file = new(file, append: true);
    private readonly ConcurrentDictionary<string, PaidCommand> _commands = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _anomalies = new();
    private readonly long[] _servedSince = new long[accountCount];
    private readonly long[] _calls = new long[accountCount];
    private readonly Lock _gate = new();
    private long _attemptCount;
    private long _lookUpCount;
    private long _missedLookUpCount;

    /// <summary>What is known just now.</summary>
    public Known Known => new([.. _commands.Values.Select(command => command with { })], [.. ClosedRuns]);

    /// <summary>Payments that were sent.</summary>
    public int SentCount => _commands.Count;

    /// <summary>What must not be.</summary>
    public IReadOnlyCollection<string> Anomalies => [.. _anomalies];

    /// <summary>Payments that are acknowledged.</summary>
    public int AcknowledgedCount => _commands.Values.Count(command => command.AcknowledgedVersion is not null);

    /// <summary>Calls that were sent, repetitions included.</summary>
    public long AttemptCount => Interlocked.Read(ref _attemptCount);

    /// <summary>Look-ups that were answered.</summary>
    public long LookUpCount => Interlocked.Read(ref _lookUpCount);

    /// <summary>Look-ups that were not.</summary>
    public long MissedLookUpCount => Interlocked.Read(ref _missedLookUpCount);

    /// <summary>Runs that were closed, with how many bills each.</summary>
    public ConcurrentQueue<(string RunId, long IssuedCount)> ClosedRuns { get; } = new();

    /// <summary>Notes a command before it is sent.</summary>
    public void Send(PaidCommand command) => _commands[command.CommandId] = command;

    /// <summary>Notes that it was sent once more.</summary>
    public void Try() => Interlocked.Increment(ref _attemptCount);

    /// <summary>Notes an acknowledgement; from now on the effect must be there, once.</summary>
    public void Acknowledge(PaidCommand command, long version, long sentAt)
    {
        lock (_gate)
        {
            _file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{command.CommandId} {BookSettings.AccountId(command.AccountIndex)} {command.AmountMinor} {version}"));
            _file.Flush();
        }
        command.AcknowledgedVersion = version;
        InterlockedMax(ref _servedSince[command.AccountIndex], sentAt);
    }

    /// <summary>Calls that are acknowledged, by account.</summary>
    public IReadOnlyList<long> Calls => [.. _calls];

    /// <summary>Notes that a call of each of these accounts is acknowledged; it must be rated once.</summary>
    public void AcknowledgeCalls(IEnumerable<int> accounts)
    {
        foreach (var index in accounts)
            Interlocked.Increment(ref _calls[index]);
    }

    /// <summary>Notes a look-up.</summary>
    public void LookUp(bool wasAnswered) =>
        Interlocked.Increment(ref wasAnswered ? ref _lookUpCount : ref _missedLookUpCount);

    /// <summary>Notes what must not be.</summary>
    public void Report(string anomaly) => _anomalies.Enqueue(anomaly);

    /// <summary>Whether every account has taken a payment that was sent after a moment.</summary>
    public bool AllServedSince(long timestamp)
    {
        for (var index = 0; index < _servedSince.Length; index++)
            if (Interlocked.Read(ref _servedSince[index]) < timestamp)
                return false;
        return true;
    }

    /// <summary>Now, as <see cref="AllServedSince"/> counts.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    public void Dispose() => _file.Dispose();

    private static void InterlockedMax(ref long place, long value)
    {
        for (var seen = Interlocked.Read(ref place); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
