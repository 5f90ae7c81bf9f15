using System.Diagnostics;
using BillingActors.Comparison;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Load.Machine;
using BillingActors.Storage.Inbox;

namespace BillingActors.Load.Usage;

/// <summary>The usage stream of the engine, from its door until every call is rated.</summary>
internal sealed class UsageStream(BenchHost host)
{
    private const string Switch = "bench";
    private const int ProducerCount = 4;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    private readonly IInbox _inbox = host.Get<IInbox>();
    private readonly IStreamReports _reports = host.Get<IStreamReports>();

    /// <summary>Accepts all batches, and waits until all of them are worked off.</summary>
    public async Task<(TimeSpan Accepted, TimeSpan Rated)> Rate(
        IReadOnlyList<(string Account, Call Call)[]> batches, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var accepted = await InParallel.Do(
            batches,
            ProducerCount,
            async batch => await _inbox.Append(StreamNames.Usage, [.. batch.Select(Record)], cancellation),
            cancellation);
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var stream = (await _reports.Streams(cancellation)).First(one => one.Name == StreamNames.Usage);
            if (stream.QuarantinedCount > 0)
                throw new InvalidOperationException($"{stream.QuarantinedCount} calls were refused.");
            if (stream.WaitingRecords == 0)
                return (accepted, Stopwatch.GetElapsedTime(start));
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"{stream.WaitingRecords} calls still wait after {Patience}.");
        }
        throw new OperationCanceledException(cancellation);
    }

    /// <summary>What the calls of an account come to that are on no bill.</summary>
    public async Task<decimal> Unbilled(string account, CancellationToken cancellation)
    {
        var view = await host.Grains.GetGrain<IAccountUsageGrain>(account).ViewUsage(cancellation);
        return view?.Unbilled ?? throw new InvalidOperationException($"There is no account {account}.");
    }

    private static InboxRecord Record((string Account, Call Call) one) => new(
        one.Account,
        Switch,
        one.Call.Id,
        UsageRecordJson.Write(new UsageEntry(
            Switch,
            one.Call.Id,
            one.Call.At,
            UsageBook.ContractId(one.Account),
            new CallUse(one.Call.Seconds, "491701234567", one.Call.To))));
}
