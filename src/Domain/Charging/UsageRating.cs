using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>
/// Rates records when they come, so that what a customer uses is known at once. The bill rates all records of its
/// period once more, in the order in which they began: it does not depend on the order in which they came.
/// </summary>
public static class UsageRating
{
    /// <summary>How many records a batch has at most.</summary>
    public const int RecordCountMax = 5_000;

    /// <summary>
    /// A batch that came before, by its place in the stream or by the ids of its records, yields nothing new. A record
    /// that cannot be rated is told and keeps no other one back.
    /// </summary>
    public static UsageOutcome Decide(Account account, UsageBatch batch, UsageContext given)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return UsageOutcome.No(no);
        if (batch.Records.Length is 0 or > RecordCountMax)
            return UsageOutcome.No(UsageRefusals.BatchSize);
        if (batch.Offset is { } offset && account.Online.HasPassed(offset))
            return new UsageOutcome(Decision<AccountEvent>.Nothing, [], [], [.. batch.Records.Select(NameOf)]);
        var sorting = new UsageSorting(account, given);
        foreach (var record in InOrder(batch.Records))
            sorting.Take(record);
        var arrival = new UsageArrival(given, account.Currency, sorting);
        var parts = sorting.Groups.Values.Select(arrival.Rate).ToList();
        return Outcome(account, batch, sorting, parts);
    }

    /// <summary>The periods of contracts whose keys are kept apart and must be at hand to rate the batch.</summary>
    public static ImmutableArray<(string ContractId, Period Period)> StoredIdsFor(
        Account account, UsageBatch batch, UsageContext given) =>
    [
        .. batch.Records.Where(UsageSorting.IsValid)
            .Select(record => UsagePlace.Of(account, record, given, out _))
            .OfType<UsagePlace>()
            .Where(static place => place.Contract.Usage?.Of(place.Period) is { HasStoredIds: true })
            .Select(static place => (place.Contract.Id, place.Period))
            .Distinct(),
    ];

    /// <summary>Whether late records of a period make it be billed anew; else they go on the next bill.</summary>
    internal static bool IsCorrected(UsagePlace place) =>
        place.Tariff.Settings.Of(UsageSettings.Late) == LateUsageRule.Correction;

    private static UsageOutcome Outcome(
        Account account, UsageBatch batch, UsageSorting sorting, List<UsageArrived> parts)
    {
        parts.RemoveAll(static part => part.Part.Records.IsEmpty);
        ImmutableArray<UsagePart> rated = [.. parts.Select(static part => part.Part)];
        var troubles = sorting.Troubles.ToImmutableArray();
        if (rated.IsEmpty && troubles.IsEmpty)
            return new UsageOutcome(Decision<AccountEvent>.Nothing, [], [], [.. sorting.Duplicates]);
        var happened = new AccountEvent.UsageRated(batch.Offset, rated, [.. troubles.Select(SetAside)]);
        ImmutableArray<AccountEvent> events = [happened, .. UsageThresholds.Passed(account, happened, parts)];
        return new UsageOutcome(
            events, [.. parts.Select(static part => part.Kept)], troubles, [.. sorting.Duplicates]);
    }

    private static string NameOf(UsageRecord record) => record.Name;

    private static UsageSetAside SetAside((UsageRecord Record, UsageTrouble Trouble) one) =>
        new(one.Trouble.Source, one.Trouble.Id, one.Trouble.Code);

    private static IEnumerable<UsageRecord> InOrder(ImmutableArray<UsageRecord> records) => records
        .OrderBy(static record => UsageSorting.IsValid(record) ? record.At : Instant.MinValue)
        .ThenBy(static record => record.Source, StringComparer.Ordinal)
        .ThenBy(static record => record.Id, StringComparer.Ordinal);
}
