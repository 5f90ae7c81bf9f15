using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Storage.Postgres.Webhooks;

/// <summary>
/// Which events endpoints ask for, read at most once a second however many flushes there are: an endpoint is heard of
/// within that time, and a flush costs nothing while there is none.
/// </summary>
internal sealed class PostgresWanted(PostgresDatabase database)
{
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(1);

    private Answer _answer = new(null, []);

    public async ValueTask<FrozenDictionary<string, ImmutableArray<string>>> Read(CancellationToken cancellation)
    {
        var answer = _answer;
        if (answer.AskedAt is { } at && Stopwatch.GetElapsedTime(at) < Known)
            return answer.Wanted;
        var asked = Stopwatch.GetTimestamp();
        var endpoints = await database.Command(WebhookSql.Wanted).Query(WebhookSql.ReadWanted, cancellation);
        _answer = new Answer(asked, FlushNotice.Wanted(endpoints));
        return _answer.Wanted;
    }

    private sealed record Answer(long? AskedAt, FrozenDictionary<string, ImmutableArray<string>> Wanted)
    {
        public Answer(long? askedAt, ImmutableArray<(string EntityId, ImmutableArray<string> Types)> endpoints)
            : this(askedAt, FlushNotice.Wanted(endpoints))
        {
        }
    }
}
