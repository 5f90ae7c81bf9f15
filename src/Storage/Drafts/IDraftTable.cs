namespace BillingActors.Storage.Drafts;

/// <summary>Where sealed drafts lie, one per database.</summary>
internal interface IDraftTable
{
    /// <summary>Stores a draft over the one before.</summary>
    Task Put(DraftKey key, byte[] body, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The draft's body and when it was stored; null when there is none.</summary>
    Task<(byte[] Body, DateTimeOffset At)?> Find(DraftKey key, CancellationToken cancellation);

    /// <summary>Drops a draft.</summary>
    Task Drop(DraftKey key, CancellationToken cancellation);

    /// <summary>Drops all that were stored before a moment; answers how many.</summary>
    Task<int> DropBefore(DateTimeOffset at, CancellationToken cancellation);
}
