using System.Globalization;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.DueWork;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>The rows of disputes and collection that a flush writes, and when accounts are looked at next.</summary>
internal static class PostgresCollectionRows
{
    private const string UpsertDisputes = """
        insert into dispute(account_key, dispute_id, item_id, line_number, amount_minor, credit_minor, reason,
            root_cause, owner, stage, outcome, opened_on, due_on, decided_on, escalated_on)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::bigint[], $6::bigint[], $7::text[],
            $8::text[], $9::text[], $10::text[], $11::text[], $12::date[], $13::date[], $14::date[], $15::date[])
        on conflict (account_key, dispute_id) do update set credit_minor = excluded.credit_minor,
            root_cause = excluded.root_cause, owner = excluded.owner, stage = excluded.stage,
            outcome = excluded.outcome, due_on = excluded.due_on, decided_on = excluded.decided_on,
            escalated_on = excluded.escalated_on
        """;

    private const string UpsertCollections = """
        insert into collection(account_key, segment, jurisdiction, level, letter_on, blocks, promise_minor, promise_on,
            plan_id, plan_on, agency_id, supply)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::date[], $6::text[], $7::bigint[],
            $8::date[], $9::text[], $10::date[], $11::text[], $12::text[])
        on conflict (account_key) do update set segment = excluded.segment, jurisdiction = excluded.jurisdiction,
            level = excluded.level, letter_on = excluded.letter_on, blocks = excluded.blocks,
            promise_minor = excluded.promise_minor, promise_on = excluded.promise_on, plan_id = excluded.plan_id,
            plan_on = excluded.plan_on, agency_id = excluded.agency_id, supply = excluded.supply
        """;

    private const string UpsertReviews = """
        insert into due_work(kind, key, shard_key, due_at)
        select * from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[])
        on conflict (kind, key) do update set due_at = excluded.due_at
        """;

    private const string DeleteReviews = """
        delete from due_work using unnest($1::text[], $2::text[]) as done(kind, key)
        where due_work.kind = done.kind and due_work.key = done.key
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        if (Each(winners, winner => winner.DisputesChanged) is { Count: > 0 } disputes)
            yield return Disputes(disputes);
        if (Each(winners, winner => winner.CollectionChanged) is { Count: > 0 } collections)
            yield return Collections(collections);
        var moved = Each(winners, winner => winner.ReviewsMoved);
        if (moved.Where(review => review.Row.On is not null).ToList() is { Count: > 0 } waiting)
        {
            yield return Command(
                UpsertReviews,
                Column(waiting, review => review.Row.Kind),
                Column(waiting, review => review.Key),
                Column(waiting, review => ShardKey.Of(review.Key)),
                Column(waiting, review => DueReview.At(review.Row.On!.Value).ToDateTimeUtc()));
        }
        if (moved.Where(review => review.Row.On is null).ToList() is { Count: > 0 } done)
            yield return Command(DeleteReviews, Column(done, d => d.Row.Kind), Column(done, d => d.Key));
    }

    private static NpgsqlBatchCommand Disputes(IReadOnlyList<(string Key, StoredDispute Row)> rows) => Command(
        UpsertDisputes,
        Column(rows, row => row.Key),
        Column(rows, row => row.Row.DisputeId),
        Column(rows, row => row.Row.ItemId),
        Column(rows, row => row.Row.LineNumber),
        Column(rows, row => row.Row.AmountMinor),
        Column(rows, row => row.Row.CreditMinor),
        Column(rows, row => row.Row.Reason),
        Column(rows, row => row.Row.RootCause),
        Column(rows, row => row.Row.Owner),
        Column(rows, row => row.Row.Stage),
        Column(rows, row => row.Row.Outcome),
        Column(rows, row => Day(row.Row.OpenedOn)),
        Column(rows, row => Day(row.Row.DueOn)),
        Column(rows, row => Day(row.Row.DecidedOn)),
        Column(rows, row => Day(row.Row.EscalatedOn)));

    private static NpgsqlBatchCommand Collections(IReadOnlyList<(string Key, StoredCollection Row)> rows) => Command(
        UpsertCollections,
        Column(rows, row => row.Key),
        Column(rows, row => row.Row.Segment),
        Column(rows, row => row.Row.Jurisdiction),
        Column(rows, row => row.Row.Level),
        Column(rows, row => Day(row.Row.LetterOn)),
        Column(rows, row => row.Row.Blocks),
        Column(rows, row => row.Row.PromiseMinor),
        Column(rows, row => Day(row.Row.PromiseOn)),
        Column(rows, row => row.Row.PlanId),
        Column(rows, row => Day(row.Row.PlanOn)),
        Column(rows, row => row.Row.AgencyId),
        Column(rows, row => row.Row.Supply));

    private static List<(string Key, T Row)> Each<T>(
        IReadOnlyList<PreparedCommit> winners, Func<PreparedCommit, IEnumerable<T>> rows) =>
        [.. winners.SelectMany(winner => rows(winner).Select(row => (winner.Key, row)))];

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
