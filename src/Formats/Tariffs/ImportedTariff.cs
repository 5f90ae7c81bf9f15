using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Tariffs;

/// <summary>One tariff of a file: its document, or the problems that forbid one.</summary>
/// <param name="Name">What the file calls it; empty where the file as a whole cannot be read.</param>
/// <param name="Document">The document; null where there are problems.</param>
/// <param name="Problems">Why there is none.</param>
/// <param name="Notes">What was assumed or cannot change a bill, in sentences.</param>
public sealed record ImportedTariff(
    string Name,
    TariffDocument? Document,
    ImmutableArray<TariffImportProblem> Problems,
    ImmutableArray<string> Notes)
{
    /// <summary>A file that cannot be read at all.</summary>
    internal static ImportedTariff Refused(string path, string rule, string detail) =>
        new("", null, [new TariffImportProblem(path, rule, detail)], []);
}
