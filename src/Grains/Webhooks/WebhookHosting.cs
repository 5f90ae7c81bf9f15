using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Grains.Webhooks;

/// <summary>Wires the calls to programs outside into a program.</summary>
public static class WebhookHosting
{
    /// <summary>Adds what sends; the stores and the options come from elsewhere.</summary>
    public static IServiceCollection AddWebhookSending(this IServiceCollection services) => services
        .AddSingleton<WebhookCaller>()
        .AddSingleton<WebhookDelivering>()
        .AddHostedService<WebhookWatch>();
}
