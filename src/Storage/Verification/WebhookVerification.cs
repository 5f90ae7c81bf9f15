using BillingActors.Storage.Privacy;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Storage.Verification;

/// <summary>Secrets of webhooks can be opened, and what is in the log of deliveries can be sent.</summary>
internal static class WebhookVerification
{
    private const string SelectSecrets =
        "select webhook_id, entity_id, secret, secret_before from webhook_endpoint order by webhook_id";

    private const string CountDeliveries = "select count(*) from webhook_delivery";

    // The body of a call is written anew from the event at each attempt.
    private const string CountLost = """
        select webhook_id, count(*) from webhook_delivery d
        where not exists (select 1 from account_event e where e.account_key = d.account_key and e.version = d.version)
        group by webhook_id order by webhook_id
        """;

    private const string CountStuck = """
        select webhook_id, count(*) from webhook_delivery d
        where d.state = 'waiting' and d.next_at is null and not exists (
            select 1 from webhook_delivery e where e.webhook_id = d.webhook_id and e.account_key = d.account_key
                and e.state = 'waiting' and e.version < d.version)
        group by webhook_id order by webhook_id
        """;

    /// <summary>Looks into every secret, and for the event of every delivery.</summary>
    /// <param name="books">What is stored.</param>
    /// <param name="keys">Keys by their owner, null for one that does not open and is reported already.</param>
    /// <param name="findings">What was found.</param>
    public static void Check(Books books, Dictionary<string, byte[]?> keys, Findings findings)
    {
        foreach (var (webhookId, entityId, secrets) in books.Read(SelectSecrets, row => (
            row.GetString(0), row.GetString(1),
            row.IsDBNull(3) ? new[] { Books.Bytes(row, 2) } : [Books.Bytes(row, 2), Books.Bytes(row, 3)])))
        {
            findings.Count(Rule.Webhooks, secrets.Length);
            foreach (var secret in secrets)
            {
                if (Fault(keys, entityId, secret, WebhookSecrets.Place(webhookId)) is { } fault)
                    findings.Add(Rule.Webhooks, webhookId, fault);
            }
        }
        findings.Count(Rule.Webhooks, books.Read(CountDeliveries, row => row.GetInt64(0)).Single());
        Report(CountLost, "deliveries cannot be sent: their events are gone");
        Report(CountStuck, "deliveries are first of their account and wait for nothing");

        void Report(string sql, string fault)
        {
            foreach (var (webhookId, count) in books.Read(sql, row => (row.GetString(0), row.GetInt64(1))))
                findings.Add(Rule.Webhooks, webhookId, FormattableString.Invariant($"{count} {fault}"));
        }
    }

    private static string? Fault(Dictionary<string, byte[]?> keys, string entityId, byte[] secret, string place)
    {
        if (!keys.TryGetValue(entityId, out var key))
            return $"there is no key of legal entity '{entityId}'";
        try
        {
            if (key is not null)
                PersonalDataCipher.Decrypt(key, secret, place);
            return null;
        }
        catch (PersonalDataKeyException fault)
        {
            return fault.Message;
        }
    }
}
