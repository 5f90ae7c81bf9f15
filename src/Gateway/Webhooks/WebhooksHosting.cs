using BillingActors.Storage.Webhooks;

namespace BillingActors.Gateway.Webhooks;

/// <summary>Puts the administration of endpoints outside into a program.</summary>
internal static class WebhooksHosting
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>()
            .Bind(configuration.GetSection(WebhookOptions.Section))
            .Validate(options => options.AreUsable,
                $"{WebhookOptions.Section}: a number is out of its range; see docs/reference/configuration.md.")
            .Validate<IHostEnvironment>(
                (options, environment) => !options.AreForTrials || environment.IsDevelopment(),
                $"{WebhookOptions.Section}: LoopbackHttp and Haste are for the environment Development only.")
            .ValidateOnStart();
        return services.AddSingleton<WebhookDesk>();
    }
}
