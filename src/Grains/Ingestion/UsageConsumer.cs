using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Usage of a stream is rated by its account. A record that cannot be rated is kept with the account and waits on the
/// worklist, so it is worked off here; what no account takes at all goes to quarantine.
/// </summary>
internal sealed class UsageConsumer(
    IGrainFactory grains, [FromKeyedServices(BillingClock.Key)] TimeProvider clock) : IStreamConsumer
{
    private const int RecordCountMax = 5_000;

    public string Namespace => StreamNames.Usage;

    public async Task<IReadOnlyList<RecordVerdict>> Deliver(
        string subject, IReadOnlyList<DeliveredRecord> records, CancellationToken cancellation)
    {
        var verdicts = new List<RecordVerdict>(records.Count);
        foreach (var batch in records.Chunk(RecordCountMax))
            verdicts.AddRange(await Rate(subject, batch, cancellation));
        return verdicts;
    }

    private async Task<IEnumerable<RecordVerdict>> Rate(
        string subject, DeliveredRecord[] records, CancellationToken cancellation)
    {
        var (first, last) = (records[0].Offset, records[^1].Offset);
        var envelope = new CommandEnvelope(
            $"{Namespace}.{first}-{last}", "import", Namespace, "import", clock.GetUtcNow());
        var command = new RateUsage(
            [.. records.Select(static record => UsageRecordJson.Read(record.Body.Span))],
            new UsageStreamPlace(last.Epoch, last.Partition, last.Row, last.Index));
        var reply = await grains.GetGrain<IAccountUsageGrain>(subject).RateUsage(envelope, command, cancellation);
        if (reply.Problem is { } problem)
        {
            if (problem.Code is "store-busy" or "outcome-unknown")
                throw new InvalidOperationException($"{problem.Code}: {problem.Detail}");
            return records.Select(_ => RecordVerdict.Refused(problem.Code, problem.Detail));
        }
        return Verdicts(command, reply.Value!);
    }

    // Of a record that came twice in one call the first had its effect, unless both came before.
    private static List<RecordVerdict> Verdicts(RateUsage command, UsageReceipt receipt)
    {
        var duplicates = receipt.Duplicates.CountBy(static name => name, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var verdicts = new List<RecordVerdict>(command.Records.Length);
        foreach (var entry in command.Records.Reverse())
        {
            var name = $"{entry.Source}/{entry.Id}";
            var isKnown = duplicates.TryGetValue(name, out var count) && count > 0;
            if (isKnown)
                duplicates[name] = count - 1;
            verdicts.Add(isKnown ? RecordVerdict.Duplicate : RecordVerdict.Applied);
        }
        verdicts.Reverse();
        return verdicts;
    }
}
