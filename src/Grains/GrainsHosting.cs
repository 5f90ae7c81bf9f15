using BillingActors.Grains.Accounts;
using BillingActors.Grains.BillRuns;
using BillingActors.Grains.Charging;
using BillingActors.Grains.Imports;
using BillingActors.Grains.Ingestion;
using BillingActors.Grains.Inquiries;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.MasterData;
using BillingActors.Grains.Mediation;
using BillingActors.Grains.Metering;
using BillingActors.Grains.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains;

/// <summary>Wires the grains into a silo.</summary>
public static class GrainsHosting
{
    /// <summary>Name of the grain storage for state that is not money.</summary>
    public const string StorageName = "billing";

    /// <summary>Adds what the grains need beside the stores; the clock is that of the business.</summary>
    public static ISiloBuilder AddBillingGrains(this ISiloBuilder silo, TimeProvider clock)
    {
        var services = silo.Services;
        services.AddKeyedSingleton(BillingClock.Key, clock);
        services.AddSingleton<ActiveAccounts>();
        services.AddSingleton<MasterCatalogue>();
        services.AddSingleton<UsageReading>();
        services.AddSingleton<UsagePages>();
        services.AddSingleton<RunPace>();
        services.AddSingleton<PartitionPlaces>();
        services.AddSingleton(provider => new DeskTraffic(
            provider.GetRequiredService<IOptions<GrainsOptions>>(), TimeProvider.System));
        services.AddSingleton<PageCalculation>();
        services.AddSingleton<PageRelease>();
        services.AddSingleton<ReadDesk>();
        services.AddSingleton<FinalBilling>();
        services.AddSingleton<AccountPages>();
        services.AddSingleton<CollectionReviews>();
        services.AddSingleton<ReviewPages>();
        services.AddSingleton<DueWorkPages>();
        services.AddSingleton<IAccountNoticeClient, AccountNoticeClient>();
        services.AddSingleton<InvoiceChoice>();
        services.AddSingleton<PastAccounts>();
        services.AddSingleton<TariffChoice>();
        services.AddSingleton<WhatIfRating>();
        services.AddSingleton<MeterRecords>();
        services.AddSingleton<ContractRecords>();
        services.AddSingleton<PaymentRecords>();
        services.AddSingleton<ChargedParties>();
        services.AddSingleton<LongCalls>();
        services.AddSingleton<CallRecords>();
        services.AddSingleton<PaymentPages>();
        services.AddSingleton<MasterEntries>();
        services.AddSingleton<AccountEntries>();
        services.AddOptions<GrainsOptions>();
        services.AddWireFaults();
        silo.AddGrainService<AccountNotices>();
        services.AddSingleton<SchedulerShards>();
        services.AddHostedService<LostSiloWatch>();
        return silo.AddInboxStreams();
    }
}
