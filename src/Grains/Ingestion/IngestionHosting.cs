using BillingActors.Grains.Interfaces.Streams;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>Wires the durable streams into a silo.</summary>
internal static class IngestionHosting
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Adds the stream provider over the inbox and its consumers.</summary>
    public static ISiloBuilder AddInboxStreams(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<StreamConsumers>();
        silo.Services.AddSingleton<PartitionSignals>();
        silo.Services.AddSingleton<StreamDelivery>();
        silo.Services.AddHostedService<StreamWatch>();
        silo.Services.AddSingleton<IStreamConsumer, PaymentConsumer>();
        silo.Services.AddSingleton<IStreamConsumer, UsageConsumer>();
        return silo.AddPersistentStreams(
            StreamNames.Provider,
            static (services, _) => ActivatorUtilities.CreateInstance<InboxAdapterFactory>(services),
            Configure);
    }

    private static void Configure(ISiloPersistentStreamConfigurator streams)
    {
        streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
        streams.ConfigurePartitionBalancing(static (services, _) =>
            ActivatorUtilities.CreateInstance<InboxQueueBalancer>(services));
        // The timer only asks the receiver, which looks into the database when there is news or its own time has come.
        streams.ConfigurePullingAgent(agent => agent.Configure(options => options.GetQueueMsgsTimerPeriod = LookEvery));
    }
}
