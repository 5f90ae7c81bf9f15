using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Demo;

/// <summary>The tariffs of the invented market, built into the program.</summary>
internal static class DemoTariffs
{
    private const string Folder = "demo/";

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<TariffDocument> All()
    {
        var program = typeof(DemoTariffs).Assembly;
        return
        [
            .. program.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(program.GetManifestResourceStream(name)!)),
        ];
    }

    private static TariffDocument Read(Stream resource)
    {
        using var text = new StreamReader(resource);
        return TariffJson.Read(text.ReadToEnd());
    }
}
