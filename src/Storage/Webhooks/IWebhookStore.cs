using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Webhooks;

/// <summary>Endpoints of programs outside, and the log of what they were sent.</summary>
public interface IWebhookStore
{
    /// <summary>Stores a new endpoint and notes it, both or neither.</summary>
    Task Add(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation);

    /// <summary>
    /// Stores an endpoint over the version before it and notes it; false when another was faster. An endpoint that is
    /// called again fails no more, and its row of the worklist is done.
    /// </summary>
    Task<bool> Change(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation);

    /// <summary>The endpoint, or null.</summary>
    Task<StoredWebhook?> Find(string webhookId, CancellationToken cancellation);

    /// <summary>All endpoints, newest first, at most 1,000.</summary>
    Task<ImmutableArray<StoredWebhook>> List(CancellationToken cancellation);

    /// <summary>Deliveries before a place of the log, newest first; 0: from its end.</summary>
    Task<ImmutableArray<WebhookDelivery>> Log(
        string webhookId, string? state, (long Before, int CountMax) page, CancellationToken cancellation);

    /// <summary>
    /// Lets deliveries be sent again, under the ids they had, and notes it; answers how many, and null where the same
    /// request had its effect before.
    /// </summary>
    Task<int?> Replay(string webhookId, ReplayWish wish, AuditEntry noted, CancellationToken cancellation);
}
