using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Verification;

/// <summary>The chain of administration from its first entry to its head.</summary>
internal static class AdministrationVerification
{
    private const string SelectEntries = """
        select position, at, actor, source, key_id, action, subject_kind, subject_id, entity_id, account_id, request_id,
            reason, before, after, previous
        from audit_entry order by position
        """;

    private const string SelectHead = "select position, link from audit_head where id = 1";

    /// <summary>Checks every entry and answers the links after those that are asked for.</summary>
    public static Dictionary<long, byte[]> Check(
        Books books, IReadOnlySet<long> positions, Findings findings, CancellationToken cancellation)
    {
        var (walk, links) = (new AuditWalk(), new Dictionary<long, byte[]>());
        Keep();
        var head = books.Read(SelectHead, row => (Position: row.GetInt64(0), Link: Books.Bytes(row, 1))).Single();
        foreach (var row in books.Read(SelectEntries, row => ReadRow(books, row)))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Count(Rule.Administration);
            if (walk.Add(row) is { } broken)
            {
                findings.Add(Rule.Administration, "administration", broken);
                return links;
            }
            Keep();
        }
        if (walk.End(head.Position, head.Link) is { } fault)
            findings.Add(Rule.Administration, "administration", fault);
        return links;

        void Keep()
        {
            if (positions.Contains(walk.Count))
                links[walk.Count] = walk.Link.ToArray();
        }
    }

    private static AuditRow ReadRow(Books books, System.Data.Common.DbDataReader row) => new(
        row.GetInt64(0),
        new AuditEntry(
            books.At(row, 1).ToDateTimeOffset(), row.GetString(2), row.GetString(3), row.GetString(5),
            new AuditSubject(
                row.GetString(6), row.GetString(7), Books.TextOrNull(row, 8), Books.TextOrNull(row, 9)),
            row.GetString(10))
        {
            KeyId = Books.TextOrNull(row, 4),
            Reason = Books.TextOrNull(row, 11),
            Before = Books.TextOrNull(row, 12),
            After = Books.TextOrNull(row, 13),
        },
        Books.Bytes(row, 14));
}
