using BillingActors.Storage.Accounts;
using BillingActors.Storage.DueWork;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>The rows of disputes and collection that a flush writes, and when accounts are looked at next.</summary>
internal sealed class SqliteCollectionRows
{
    private const string UpsertDispute = """
        insert into dispute(account_key, dispute_id, item_id, line_number, amount_minor, credit_minor, reason,
            root_cause, owner, stage, outcome, opened_on, due_on, decided_on, escalated_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (account_key, dispute_id) do update set credit_minor = excluded.credit_minor,
            root_cause = excluded.root_cause, owner = excluded.owner, stage = excluded.stage,
            outcome = excluded.outcome, due_on = excluded.due_on, decided_on = excluded.decided_on,
            escalated_on = excluded.escalated_on
        """;

    private const string UpsertCollection = """
        insert into collection(account_key, segment, jurisdiction, level, letter_on, blocks, promise_minor, promise_on,
            plan_id, plan_on, agency_id, supply)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (account_key) do update set segment = excluded.segment, jurisdiction = excluded.jurisdiction,
            level = excluded.level, letter_on = excluded.letter_on, blocks = excluded.blocks,
            promise_minor = excluded.promise_minor, promise_on = excluded.promise_on, plan_id = excluded.plan_id,
            plan_on = excluded.plan_on, agency_id = excluded.agency_id, supply = excluded.supply
        """;

    private const string UpsertReview = """
        insert into due_work(kind, key, shard_key, due_at) values ($1, $2, $3, $4)
        on conflict (kind, key) do update set due_at = excluded.due_at
        """;

    private const string DeleteReview = "delete from due_work where kind = $1 and key = $2";

    private readonly SqliteStatements _statements = new();

    public void Write(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var row in commit.DisputesChanged)
            Dispute(transaction, commit.Key, row);
        foreach (var row in commit.CollectionChanged)
            Collection(transaction, commit.Key, row);
        foreach (var review in commit.ReviewsMoved)
            Review(transaction, commit.Key, review);
    }

    private void Review(SqliteTransaction transaction, string key, DueReview review)
    {
        if (review.On is { } day)
        {
            _statements.Execute(
                transaction,
                UpsertReview,
                review.Kind,
                key,
                ShardKey.Of(key),
                HashChain.Microseconds(DueReview.At(day)));
        }
        else
        {
            _statements.Execute(transaction, DeleteReview, review.Kind, key);
        }
    }

    private void Dispute(SqliteTransaction transaction, string key, StoredDispute row) => _statements.Execute(
        transaction,
        UpsertDispute,
        key,
        row.DisputeId,
        row.ItemId,
        row.LineNumber,
        row.AmountMinor,
        row.CreditMinor,
        row.Reason,
        row.RootCause,
        row.Owner,
        row.Stage,
        row.Outcome,
        row.OpenedOn,
        row.DueOn,
        row.DecidedOn,
        row.EscalatedOn);

    private void Collection(SqliteTransaction transaction, string key, StoredCollection row) => _statements.Execute(
        transaction,
        UpsertCollection,
        key,
        row.Segment,
        row.Jurisdiction,
        row.Level,
        row.LetterOn,
        row.Blocks,
        row.PromiseMinor,
        row.PromiseOn,
        row.PlanId,
        row.PlanOn,
        row.AgencyId,
        row.Supply);
}
