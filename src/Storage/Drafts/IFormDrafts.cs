namespace BillingActors.Storage.Drafts;

/// <summary>What people type, kept until they send it, for them alone.</summary>
public interface IFormDrafts
{
    /// <summary>Keeps a draft over the one before; answers when.</summary>
    Task<DateTimeOffset> Save<T>(DraftKey key, T form, CancellationToken cancellation)
        where T : class;

    /// <summary>The draft and when it was kept; null when there is none, or it can no longer be read.</summary>
    Task<(T Form, DateTimeOffset At)?> Find<T>(DraftKey key, CancellationToken cancellation)
        where T : class;

    /// <summary>Drops a draft that was sent or given up.</summary>
    Task Drop(DraftKey key, CancellationToken cancellation);
}
