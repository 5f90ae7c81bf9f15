using System.Data.Common;
using BillingActors.Domain.Accounts;
using BillingActors.Storage.Collectives;

namespace BillingActors.Storage.Verification;

/// <summary>Bills handed from child to parent, and who pays for whom, against the fold of the events.</summary>
internal static class CollectiveComparison
{
    public const string SelectHanded = """
        select account_key, version, parent_key, fee_id, fee_minor from collective_line
        where account_key > $1 and account_key <= $2
        """;

    public const string SelectTaken = """
        select parent_key, account_key, version, bill_id from collective_line
        where parent_key > $1 and parent_key <= $2 and bill_id is not null
        """;

    public const string SelectPayer =
        "select account_key, parent_key from collective_member where account_key > $1 and account_key <= $2";

    public static HandedLine HandedOf(DbDataReader row) => new(
        row.GetInt64(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetInt64(4));

    public static TakenLine TakenOf(DbDataReader row) => new(row.GetString(1), row.GetInt64(2), row.GetString(3));

    public static void Check(AccountBooks books, AccountFolding fold, Findings findings)
    {
        findings.Count(Rule.Collectives, books.Handed.Count + books.Taken.Count);
        if (Difference.OfRows(books.Handed, fold.Handed) is { } handed)
            findings.Add(Rule.Collectives, books.Key, $"handed to a parent: {handed}");
        if (Difference.OfRows(books.Taken, fold.Taken) is { } taken)
            findings.Add(Rule.Collectives, books.Key, $"taken from children: {taken}");
        var payer = fold.Account.State.ParentId is { } id ? CollectiveRows.KeyBeside(books.Key, id) : null;
        if (books.Payer != payer)
            findings.Add(Rule.Collectives, books.Key, $"the row says {books.Payer ?? "nobody"} pays its bills");
    }

    /// <summary>A bill, credit memo, fee or interest that an event hands to a parent, or null.</summary>
    public static HandedLine? Handed(string key, long version, AccountEvent happened) =>
        Handover.Of(happened) is { } to
            ? new HandedLine(version, CollectiveRows.KeyBeside(key, to.ParentId), to.FeeId, to.FeeMinor)
            : null;

    /// <summary>Bills that an event takes from children.</summary>
    public static IEnumerable<TakenLine> Taken(string key, AccountEvent happened) =>
        happened is AccountEvent.ChildBillsTaken taken
            ? taken.Lines.Select(line =>
                new TakenLine(CollectiveRows.KeyBeside(key, line.AccountId), line.Version, taken.BillId))
            : [];

    /// <summary>A bill that waits for, or is on, a collective bill of a parent.</summary>
    internal readonly record struct HandedLine(long Version, string ParentKey, string? FeeId, long? FeeMinor);

    /// <summary>A bill of a child on a collective bill.</summary>
    internal readonly record struct TakenLine(string ChildKey, long Version, string BillId);
}
