using System.Collections.Immutable;

namespace BillingActors.Storage.Webhooks;

/// <summary>
/// What waits to be sent. Everything is in the database, so that what a program did not finish another does; several
/// may work on it at once.
/// </summary>
public interface IWebhookOutbox
{
    /// <summary>
    /// Makes deliveries of what flushes stored, in the order of each account; false when nothing was left.
    /// </summary>
    Task<bool> Spread(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Takes deliveries of an endpoint that are due, of an account the first only. Nobody else takes them before the
    /// lease ends; then they are due again.
    /// </summary>
    Task<ImmutableArray<ClaimedDelivery>> Claim(
        string webhookId, int countMax, (DateTimeOffset Now, DateTimeOffset Lease) times,
        CancellationToken cancellation);

    /// <summary>
    /// Stores how an attempt ended, and lets the next one of the account go; false when it came too late. Where it
    /// disables the endpoint, a row of the worklist and an entry of the audit trail say so.
    /// </summary>
    Task<bool> Settle(ClaimedDelivery claimed, DeliveryOutcome outcome, CancellationToken cancellation);

    /// <summary>What is said of an event: its JSON, the same at each attempt.</summary>
    Task<byte[]> Message(ClaimedDelivery claimed, CancellationToken cancellation);

    /// <summary>Drops what was delivered or given up before a moment; answers how many.</summary>
    Task<int> Trim(DateTimeOffset before, CancellationToken cancellation);
}
