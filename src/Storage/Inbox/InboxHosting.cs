using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Storage.Inbox;

/// <summary>Registers the inbox on top of a database's tables.</summary>
internal static class InboxHosting
{
    public static IServiceCollection AddInbox(this IServiceCollection services, InboxOptions options)
    {
        options.Check();
        return services.AddSingleton(options)
            .AddSingleton<InboxEnvelopes>()
            .AddSingleton<IInbox, DurableInbox>()
            .AddSingleton<IInboxLog, InboxLog>()
            .AddSingleton<IQuarantine, Quarantine>();
    }
}
