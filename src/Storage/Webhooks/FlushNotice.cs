using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Webhooks;

/// <summary>
/// What one flush stored that an endpoint asks for, in one row for all of its accounts. Where there is no endpoint,
/// no flush writes one.
/// </summary>
internal static class FlushNotice
{
    /// <summary>The events that somebody wants, as the row's text; null: nobody wants any.</summary>
    public static string? Of(
        IEnumerable<PreparedCommit> winners, FrozenDictionary<string, ImmutableArray<string>> wanted)
    {
        if (wanted.Count == 0)
            return null;
        var told = (
            from winner in winners
            let types = wanted.GetValueOrDefault(AccountKey.EntityOf(winner.Key))
            where !types.IsDefault
            from row in winner.Events.Select((happened, place) => (
                Type: WebhookEvents.TypeOf(happened), Version: winner.Before.Version + place + 1))
            where row.Type is not null && types.Contains(row.Type, StringComparer.Ordinal)
            select new NoticedEvent(winner.Key, row.Version, row.Type)).ToList();
        return told.Count == 0 ? null : JsonSerializer.Serialize(told);
    }

    /// <summary>The events of a row.</summary>
    public static List<NoticedEvent> Read(string body) => JsonSerializer.Deserialize<List<NoticedEvent>>(body)!;

    /// <summary>Which events which legal entities' endpoints ask for, all of an entity's together.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> Wanted(
        IEnumerable<(string EntityId, ImmutableArray<string> Types)> endpoints) => endpoints
        .GroupBy(endpoint => endpoint.EntityId, StringComparer.Ordinal)
        .ToFrozenDictionary(
            entity => entity.Key,
            entity => entity.SelectMany(endpoint => endpoint.Types).Distinct(StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
}
