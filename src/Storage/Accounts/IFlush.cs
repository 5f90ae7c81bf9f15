namespace BillingActors.Storage.Accounts;

/// <summary>Writes prepared commits of many accounts in one transaction.</summary>
internal interface IFlush
{
    /// <summary>
    /// Stores all commits that win their fence, and the checkpoint, or nothing at all. Answers the winners; who is not
    /// among them lost. The commits are sorted by account, and no account occurs twice. Throws
    /// <see cref="UnknownOutcomeException"/> only when the outcome of the commit itself is unknown.
    /// </summary>
    Task<IReadOnlyList<StoredCommit>> Write(
        IReadOnlyList<PreparedCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation);
}
