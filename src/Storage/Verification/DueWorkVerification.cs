namespace BillingActors.Storage.Verification;

/// <summary>
/// What goes on by itself is due: a run in a stage that works, an import that is not done, a long call that waits for
/// parts.
/// </summary>
internal static class DueWorkVerification
{
    /// <summary>The due work of accounts is compared with their events.</summary>
    private const string SelectDue =
        $"select kind, key from due_work where kind not in ({Accounts.DueReview.Kinds}) order by kind, key";

    /// <summary>Compares with what is under way by kind and id; of unreadable runs nothing is known.</summary>
    public static void Check(
        Books books,
        IReadOnlySet<(string Kind, string Id)> underWay,
        IReadOnlySet<string> unreadable,
        Findings findings)
    {
        var missing = underWay.ToHashSet();
        findings.Count(Rule.DueWork, underWay.Count);
        foreach (var due in books.Read(SelectDue, row => (Kind: row.GetString(0), Id: row.GetString(1))))
        {
            if (!missing.Remove(due) && !unreadable.Contains(due.Id))
                findings.Add(Rule.DueWork, due.Id, $"the {due.Kind} is due and has nothing to do");
        }
        foreach (var (kind, id) in missing)
            findings.Add(Rule.DueWork, id, $"the {kind} is under way and not due, so nobody goes on with it");
    }
}
