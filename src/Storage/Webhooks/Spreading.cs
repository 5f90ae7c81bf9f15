namespace BillingActors.Storage.Webhooks;

/// <summary>Who hears of what.</summary>
internal static class Spreading
{
    /// <summary>
    /// Each event with each endpoint of its legal entity that asks for it, in the order of the events.
    /// </summary>
    public static IEnumerable<(Webhook Webhook, NoticedEvent Noticed)> Of(
        IReadOnlyCollection<StoredWebhook> webhooks, IReadOnlyCollection<NoticedEvent> events) =>
        from noticed in events
        let entityId = Accounts.AccountKey.EntityOf(noticed.Key)
        from webhook in webhooks
        where webhook.View.EntityId == entityId && webhook.View.Types.Contains(noticed.Type, StringComparer.Ordinal)
        select (webhook.View, noticed);
}
