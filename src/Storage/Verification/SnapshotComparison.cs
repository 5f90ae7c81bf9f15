using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>A snapshot against the fold up to it, and the account read from it against the whole fold.</summary>
internal static class SnapshotComparison
{
    public static void Check(AccountBooks books, AccountFolding fold, Findings findings)
    {
        if (books.Snapshot is not { } snapshot)
            return;
        findings.Count(Rule.Snapshots);
        if (Fault(snapshot, books, fold) is { } fault)
            findings.Add(Rule.Snapshots, books.Key, $"snapshot at version {snapshot.Version}: {fault}");
    }

    private static string? Fault(SnapshotRow snapshot, AccountBooks books, AccountFolding fold)
    {
        if (fold.AtSnapshot is not { } then)
            return $"the account has {fold.Account.Version} events";
        if (!snapshot.Link.AsSpan().SequenceEqual(then.Link.Span))
            return "its link is not that of the events";
        if (!snapshot.Body.AsSpan().SequenceEqual(AccountEventJson.Write(then.State)))
            return "its state is not the fold of the events up to it";
        var loaded = AccountFold.Of([books.Key], [snapshot], books.Events)[0];
        var isSame = loaded.Version == fold.Account.Version
            && AccountEventJson.Write(loaded.State).AsSpan().SequenceEqual(AccountEventJson.Write(fold.Account.State));
        return isSame ? null : "with the events after it, it is not the fold of all events";
    }
}
