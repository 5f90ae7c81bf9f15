using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using BillingActors.Load.Cycles;
using BillingActors.Load.Machine;
using BillingActors.Storage.Inbox;

namespace BillingActors.Load.Payments;

/// <summary>
/// Small batches of payments to many accounts at a fixed rate, timed from when each was due until all of it is booked:
/// first alone, then while one account gets a stream of payments of its own.
/// </summary>
internal sealed class HotAccount(PaymentStream stream, PaymentBenchOptions options)
{
    private const int BatchesPerSecond = 20;
    private const int Seed = 20250716;

    private int _batchNumber;

    public async Task<(Times Without, Times With)> Measure(CancellationToken cancellation)
    {
        var random = new Random(Seed);
        // The first account is hot, so it is none of the many.
        var many = () => CycleBook.AccountKey(2 + random.Next(options.AccountCount - 1));
        var hot = () => CycleBook.AccountKey(1);
        await Pay(many, options.Rate, seconds: 1, cancellation);
        var without = await Pay(many, options.Rate, options.Seconds, cancellation);
        var beside = Pay(hot, options.HotRate, options.Seconds, cancellation);
        var with = await Pay(many, options.Rate, options.Seconds, cancellation);
        await beside;
        return (new Times(without), new Times(with));
    }

    private async Task<TimeSpan[]> Pay(
        Func<string> account, int rate, int seconds, CancellationToken cancellation)
    {
        var gap = TimeSpan.FromSeconds(1) / BatchesPerSecond;
        var start = Stopwatch.GetTimestamp();
        var accepted = Channel.CreateUnbounded<(InboxReceipt Receipt, TimeSpan Due)>();
        var times = Watch(accepted.Reader, start, cancellation);
        var appends = new List<Task>();
        try
        {
            for (var number = 1; number <= seconds * BatchesPerSecond; number++)
            {
                var due = number * gap;
                cancellation.ThrowIfCancellationRequested();
                await OpenLoop.Until(start, due);
                var batch = Batch(account, Math.Max(1, rate / BatchesPerSecond));
                appends.Add(Append(batch, receipt => accepted.Writer.TryWrite((receipt, due)), cancellation));
            }
            await Task.WhenAll(appends);
        }
        finally
        {
            accepted.Writer.Complete();
        }
        return await times;
    }

    private async Task Append(InboxRecord[] batch, Action<InboxReceipt> accepted, CancellationToken cancellation) =>
        accepted(await stream.Append(batch, cancellation));

    // One after the other, in their order: a question for each of them every few milliseconds would be more work for
    // the database than what is measured, and most where the most are waiting.
    private async Task<TimeSpan[]> Watch(
        ChannelReader<(InboxReceipt Receipt, TimeSpan Due)> accepted, long start, CancellationToken cancellation)
    {
        var times = new List<TimeSpan>();
        await foreach (var (receipt, due) in accepted.ReadAllAsync(cancellation))
        {
            await stream.Booked(receipt, cancellation);
            times.Add(Stopwatch.GetElapsedTime(start) - due);
        }
        return [.. times];
    }

    private InboxRecord[] Batch(Func<string> account, int count)
    {
        var batch = Interlocked.Increment(ref _batchNumber);
        return
        [
            .. Enumerable.Range(0, count).Select(line => BankFiles.Line(
                account(), string.Create(CultureInfo.InvariantCulture, $"part.{batch}.{line}"), amountMinor: 1)),
        ];
    }
}
