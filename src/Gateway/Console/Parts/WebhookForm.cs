using System.Collections.Immutable;
using BillingActors.Gateway.Webhooks;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>An endpoint outside while somebody types it.</summary>
public sealed class WebhookForm
{
    public string EntityId { get; set; } = "";

    public string Url { get; set; } = "";

    public string Description { get; set; } = "";

    public ISet<string> Types { get; } = new HashSet<string>(StringComparer.Ordinal);

    public bool IsEnabled { get; set; } = true;

    public static WebhookForm Of(Webhook webhook)
    {
        var form = new WebhookForm
        {
            EntityId = webhook.EntityId,
            Url = webhook.Url,
            Description = webhook.Description,
            IsEnabled = webhook.IsEnabled,
        };
        form.Types.UnionWith(webhook.Types);
        return form;
    }

    public void Switch(string type)
    {
        if (!Types.Remove(type))
            Types.Add(type);
    }

    internal NewWebhook ToNew() => new(EntityId.Trim(), Url.Trim(), Chosen(), Description.Trim());

    internal WebhookChange ToChange() => new(Url.Trim(), Chosen(), Description.Trim(), IsEnabled);

    private ImmutableArray<string> Chosen() => [.. WebhookEvents.All.Where(Types.Contains)];
}
