using System.Collections.Immutable;
using System.Data.Common;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Statements;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using BillingActors.Storage.Verification;
using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>Folds the accounts of a legal entity one after the other, from their first events.</summary>
internal static class EntityHistories
{
    private const string SelectEvents = """
        select account_key, version, at, command_id, cast(booked_from as text), body from account_event
        where account_key > $1 || '/' and account_key < $1 || '0' order by account_key, version
        """;

    private const string SelectEventsOf = """
        select e.account_key, e.version, e.at, e.command_id, cast(e.booked_from as text), e.body, e.reference, i.series,
            i.number
        from account_event e left join invoice i on i.account_key = e.account_key and i.version = e.version
        where e.account_key = $1 and e.version <= $2 order by e.version
        """;

    /// <summary>
    /// The history of one account with the numbers of its documents; null where the version is not there.
    /// </summary>
    public static AccountHistory? Of(Books books, string accountKey, DateTimeZone zone, long? version)
    {
        var history = new AccountHistory(zone);
        foreach (var row in books.Read(SelectEventsOf, row => row, accountKey, version ?? long.MaxValue))
        {
            ImmutableArray<DocumentNumber> numbers =
                row.IsDBNull(7) ? [] : [new DocumentNumber(row.GetString(7), row.GetInt64(8))];
            history.Add(AccountEventJson.ReadEvent(Books.Bytes(row, 5)), EnvelopeOf(books, row) with
            {
                Reference = Books.TextOrNull(row, 6),
                Numbers = numbers,
            });
        }
        return history.Version > 0 && history.Version == (version ?? history.Version) ? history : null;
    }

    /// <summary>Keys and histories in order of the keys; one history is in memory at a time.</summary>
    public static IEnumerable<(string Key, AccountHistory History)> Read(
        Books books, BooksOf entity, CancellationToken cancellation)
    {
        string? key = null;
        var history = new AccountHistory(entity.Zone);
        foreach (var row in books.Read(SelectEvents, row => row, entity.EntityId))
        {
            cancellation.ThrowIfCancellationRequested();
            var next = row.GetString(0);
            if (key is not null && key != next)
            {
                yield return (key, history);
                history = new AccountHistory(entity.Zone);
            }
            key = next;
            history.Add(AccountEventJson.ReadEvent(Books.Bytes(row, 5)), EnvelopeOf(books, row));
        }
        if (key is not null)
            yield return (key, history);
    }

    // Days and amounts follow from the event, its time and the day it was put off to; who it was is not asked here.
    private static EventEnvelope EnvelopeOf(Books books, DbDataReader row)
    {
        var context = new CommandContext(row.GetString(3), new Actor(ActorKind.Job, ""), "", books.At(row, 2));
        return new EventEnvelope(context, "", null, row.GetInt64(1), [])
        {
            BookedFrom = row.IsDBNull(4) ? null : IsoDay.Parse(row.GetString(4)),
        };
    }
}
