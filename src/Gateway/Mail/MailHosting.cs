using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Mail;

/// <summary>Wires documents by e-mail into a program.</summary>
public static class MailHosting
{
    /// <summary>Adds what takes wishes and lists them.</summary>
    internal static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>().AddSingleton<DeliveryDesk>();
    }

    /// <summary>Adds what sends; the gateway and the stores come from elsewhere.</summary>
    public static IServiceCollection AddMailSending(this IServiceCollection services) => services
        .AddSingleton<IMailer>(provider =>
            provider.GetRequiredService<IOptions<MailOptions>>().Value is { Folder.Length: 0 } options
                ? new SmtpMailer(options)
                : new FolderMailer(provider.GetRequiredService<IOptions<MailOptions>>().Value.Folder))
        .AddSingleton<MailSending>()
        .AddHostedService<MailWatch>();
}
