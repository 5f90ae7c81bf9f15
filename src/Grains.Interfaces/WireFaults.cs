using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// Lets faults of ours and of the database travel from a silo to a gateway of its own as what they are, so that the
/// gateway can tell a store that is away from a fault of the program.
/// </summary>
public static class WireFaults
{
    private static readonly string[] Prefixes = ["BillingActors", "Npgsql"];

    /// <summary>Registers them; silo and client both need it.</summary>
    public static IServiceCollection AddWireFaults(this IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(
            options => options.SupportedNamespacePrefixes.UnionWith(Prefixes));
}
