using System.Collections.Immutable;
using BillingActors.Domain.Charging;
using BillingActors.Grains.Charging;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Usage of a stream is rated by its account: many accounts together where each has few records, and by the account's
/// own grain where that does not work out. A record that cannot be rated is kept with the account and waits on the
/// worklist, so it is worked off here; what no account takes at all goes to quarantine.
/// </summary>
internal sealed class UsageConsumer(
    UsagePages pages, IGrainFactory grains, [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
    : IStreamPageConsumer
{
    private const int RecordCountMax = 5_000;

    public string Namespace => StreamNames.Usage;

    public int SubjectCountMax => 250;

    public async Task<IReadOnlyList<RecordVerdict>> Deliver(
        string subject, IReadOnlyList<DeliveredRecord> records, CancellationToken cancellation)
    {
        var verdicts = new List<RecordVerdict>(records.Count);
        foreach (var batch in records.Chunk(RecordCountMax))
            verdicts.AddRange(await Rate(UsageOf(subject, batch), cancellation));
        return verdicts;
    }

    public async Task<IReadOnlyList<IReadOnlyList<RecordVerdict>>> DeliverPage(
        IReadOnlyList<SubjectRecords> page, CancellationToken cancellation)
    {
        // What is too much for one command is the grain's, in parts.
        var fitting = page.Select((subject, place) => (Subject: subject, Place: place))
            .Where(one => one.Subject.Records.Count <= RecordCountMax)
            .ToList();
        var usage = fitting.Select(one => UsageOf(one.Subject.Subject, one.Subject.Records)).ToList();
        var outcomes = await pages.Rate(usage, cancellation);
        var verdicts = new IReadOnlyList<RecordVerdict>?[page.Count];
        for (var i = 0; i < fitting.Count; i++)
            verdicts[fitting[i].Place] = outcomes[i] is { } outcome ? Verdicts(usage[i].Command, outcome) : null;
        for (var i = 0; i < page.Count; i++)
            verdicts[i] ??= await Deliver(page[i].Subject, page[i].Records, cancellation);
        return [.. verdicts.OfType<IReadOnlyList<RecordVerdict>>()];
    }

    private AccountUsage UsageOf(string subject, IReadOnlyList<DeliveredRecord> records)
    {
        var (first, last) = (records[0].Offset, records[^1].Offset);
        var envelope = new CommandEnvelope(
            $"{Namespace}.{first}-{last}", "import", Namespace, "import", clock.GetUtcNow());
        var command = new RateUsage(
            [.. records.Select(static record => UsageRecordJson.Read(record.Body.Span))],
            new UsageStreamPlace(last.Epoch, last.Partition, last.Row, last.Index));
        return new AccountUsage(subject, envelope, command);
    }

    private async Task<IEnumerable<RecordVerdict>> Rate(AccountUsage usage, CancellationToken cancellation)
    {
        var reply = await grains.GetGrain<IAccountUsageGrain>(usage.AccountKey)
            .RateUsage(usage.Envelope, usage.Command, cancellation);
        if (reply.Problem is { } problem)
        {
            if (problem.Code is "store-busy" or "outcome-unknown")
                throw new UnknownOutcomeException($"{problem.Code}: {problem.Detail}");
            return Refused(usage.Command, problem.Code, problem.Detail);
        }
        return Verdicts(usage.Command, reply.Value!.Duplicates);
    }

    private static List<RecordVerdict> Verdicts(RateUsage command, UsageOutcome outcome) =>
        outcome.Decision.Refusal is { } no
            ? Refused(command, no.Code, no.Detail)
            : Verdicts(command, outcome.Duplicates);

    private static List<RecordVerdict> Refused(RateUsage command, string code, string detail) =>
        [.. command.Records.Select(_ => RecordVerdict.Refused(code, detail))];

    // Of a record that came twice in one call the first had its effect, unless both came before.
    private static List<RecordVerdict> Verdicts(RateUsage command, ImmutableArray<string> names)
    {
        var duplicates = names.CountBy(static name => name, StringComparer.Ordinal)
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
