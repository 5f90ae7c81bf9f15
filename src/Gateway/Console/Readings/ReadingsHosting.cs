namespace BillingActors.Gateway.Console.Readings;

/// <summary>Registers what pages read.</summary>
internal static class ReadingsHosting
{
    public static IServiceCollection AddReadings(this IServiceCollection services) => services
        .AddSingleton<Finding>()
        .AddSingleton<AccountReading>()
        .AddSingleton<DisputeReading>()
        .AddSingleton<ApprovalReading>()
        .AddSingleton<AuditReading>()
        .AddSingleton<RunReading>();
}
