using System.Data.Common;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>Rows of disputes and collection of a range of accounts, by both databases' common words.</summary>
internal static class CollectionQueries
{
    public const string SelectDisputes = """
        select account_key, dispute_id, item_id, line_number, amount_minor, credit_minor, reason, root_cause, owner,
            stage, outcome, cast(opened_on as text), cast(due_on as text), cast(decided_on as text),
            cast(escalated_on as text)
        from dispute where account_key > $1 and account_key <= $2
        """;

    public const string SelectCollections = """
        select account_key, segment, jurisdiction, level, cast(letter_on as text), blocks, promise_minor,
            cast(promise_on as text), plan_id, cast(plan_on as text), agency_id, supply
        from collection where account_key > $1 and account_key <= $2
        """;

    public const string SelectReviews =
        $"select key, kind, due_at from due_work where kind in ({DueReview.Kinds}) and key > $1 and key <= $2";

    public static StoredDispute DisputeOf(DbDataReader row) => new(
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetInt32(3),
        row.GetInt64(4),
        row.GetInt64(5),
        row.GetString(6),
        Books.TextOrNull(row, 7),
        row.GetString(8),
        row.GetString(9),
        Books.TextOrNull(row, 10),
        row.GetString(11),
        row.GetString(12),
        Books.TextOrNull(row, 13),
        Books.TextOrNull(row, 14));

    public static StoredCollection CollectionOf(DbDataReader row) => new(
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        Books.TextOrNull(row, 4),
        row.GetString(5),
        row.IsDBNull(6) ? null : row.GetInt64(6),
        Books.TextOrNull(row, 7),
        Books.TextOrNull(row, 8),
        Books.TextOrNull(row, 9),
        Books.TextOrNull(row, 10),
        row.GetString(11));
}
