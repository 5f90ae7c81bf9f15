using System.Diagnostics;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Load.Machine;
using BillingActors.Storage.Inbox;

namespace BillingActors.Load.Payments;

/// <summary>The payments stream from its door to the last receipt.</summary>
internal sealed class PaymentStream(BenchHost host)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly IInbox _inbox = host.Get<IInbox>();
    private readonly IStreamReports _reports = host.Get<IStreamReports>();

    /// <summary>Accepts files one after the other, and waits until all they have is worked off.</summary>
    public async Task<TimeSpan> PayAll(IEnumerable<InboxRecord[]> files, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var file in files)
            await _inbox.Append(StreamNames.Payments, file, cancellation);
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var stream = (await _reports.Streams(cancellation)).First(one => one.Name == StreamNames.Payments);
            if (stream.QuarantinedCount > 0)
                throw new InvalidOperationException($"{stream.QuarantinedCount} payments were refused.");
            if (stream.WaitingRecords == 0)
                return Stopwatch.GetElapsedTime(start);
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"{stream.WaitingRecords} payments still wait after {Patience}.");
        }
        throw new OperationCanceledException(cancellation);
    }

    /// <summary>Accepts a batch.</summary>
    public Task<InboxReceipt> Append(IReadOnlyList<InboxRecord> batch, CancellationToken cancellation) =>
        _inbox.Append(StreamNames.Payments, batch, cancellation);

    /// <summary>Answers once each payment of a batch is booked.</summary>
    public async Task Booked(InboxReceipt receipt, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Poll);
        do
        {
            if (await _inbox.Progress(StreamNames.Payments, receipt, cancellation) is not { WaitingCount: 0 } done)
                continue;
            if (done.QuarantinedCount > 0)
                throw new InvalidOperationException($"{done.QuarantinedCount} payments were refused.");
            return;
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
