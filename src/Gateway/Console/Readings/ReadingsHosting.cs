namespace BillingActors.Gateway.Console.Readings;

/// <summary>Registers what pages read.</summary>
internal static class ReadingsHosting
{
    public static IServiceCollection AddReadings(this IServiceCollection services) => services
        .AddSingleton<Finding>()
        .AddSingleton<StandingReading>()
        .AddSingleton<EvidenceReading>()
        .AddSingleton<AccountReading>()
        .AddSingleton<DisputeReading>()
        .AddSingleton<NoteReading>()
        .AddSingleton<ApprovalReading>()
        .AddSingleton<LimitReading>()
        .AddSingleton<EntityReading>()
        .AddSingleton<AuditReading>()
        .AddSingleton<RunReading>()
        .AddSingleton<WorklistReading>()
        .AddSingleton<CollectionReading>()
        .AddSingleton<ReceivablesReading>()
        .AddSingleton<PastAgeing>()
        .AddSingleton<MeterReading>()
        .AddSingleton<TariffReading>()
        .AddSingleton<WhatIfReading>()
        .AddSingleton<ImportReading>();
}
