using BillingActors.Gateway.Console.Lists.Jobs;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Registers the lists of the console: a list that is here can be shown and exported.</summary>
internal static class ListsHosting
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddList<AccountsList>()
        .AddList<InvoicesList>()
        .AddList<AgeingList>()
        .AddList<AgeingCellList>()
        .AddList<WorklistList>()
        .AddList<CollectionsList>()
        .AddList<CashList>()
        .AddList<UnappliedList>()
        .AddSingleton<ExportWishes>()
        .AddSingleton<ExportWriter>()
        .AddHostedService(provider => provider.GetRequiredService<ExportWriter>())
        .AddSingleton<ExportJobs>();

    private static IServiceCollection AddList<TList>(this IServiceCollection services)
        where TList : class, IDeskList => services
        .AddSingleton<TList>()
        .AddSingleton<IDeskList>(provider => provider.GetRequiredService<TList>());
}
