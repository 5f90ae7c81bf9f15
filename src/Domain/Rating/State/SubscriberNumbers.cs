using System.Collections.Immutable;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.State;

/// <summary>
/// Keeps numbers of subscribers out of what is kept: a state names them by the ids the records give, else by
/// pseudonyms, and only who has the records and the key finds them again.
/// </summary>
public sealed class SubscriberNumbers
{
    private readonly string _key;
    private readonly ImmutableHashSet<string> _ids;
    private readonly ImmutableDictionary<string, string> _known;

    /// <summary>The subscribers of some records and of the allowances of a tariff.</summary>
    public SubscriberNumbers(ImmutableArray<CallRecord> records, Tariff tariff, string key)
    {
        _key = key;
        _ids = records.Select(static record => record.SubscriberId).OfType<string>()
            .ToImmutableHashSet(StringComparer.Ordinal);
        _known = records.Select(static record => record.Subscriber)
            .Concat(tariff.Versions.SelectMany(static version => version.Buckets)
                .SelectMany(static rule => rule.Members))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableDictionary(subscriber => Pseudonym.Of(subscriber, key), StringComparer.Ordinal);
    }

    /// <summary>The state as it may be kept.</summary>
    public RatingState Hide(RatingState state) => Named(state, HiddenOf);

    /// <summary>The state as records are rated with.</summary>
    public RatingState Reveal(RatingState state) =>
        Named(state, subscriber => _known.GetValueOrDefault(subscriber, subscriber));

    private static RatingState Named(RatingState state, Func<string, string> nameOf) => state with
    {
        Buckets =
        [
            .. state.Buckets.Select(balance => balance.Subscriber is { } subscriber
                ? balance with { Subscriber = nameOf(subscriber) }
                : balance),
        ],
        Sessions = [.. state.Sessions.Select(session => session with { Subscriber = nameOf(session.Subscriber) })],
    };

    private string HiddenOf(string subscriber) =>
        _ids.Contains(subscriber) || Pseudonym.IsOne(subscriber) ? subscriber : Pseudonym.Of(subscriber, _key);
}
