using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingActors.House.Tests;

/// <summary>What the program is made of, under which licences, and with which known faults.</summary>
internal static class SupplyRules
{
    /// <summary>The bill of materials.</summary>
    public const string Materials = "docs/reference/sbom.json";

    /// <summary>Versions that must not be used.</summary>
    public const string Advisories = "docs/operating/advisories.md";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly HashSet<string> _permissive =
        new(["MIT", "Apache-2.0", "BSD-3-Clause", "PostgreSQL"], StringComparer.Ordinal);

    // Their packages bring a text or an address instead of a name; each was read.
    private static readonly Dictionary<string, string> _read = new(StringComparer.Ordinal)
    {
        ["CommandLineParser"] = "MIT",
        ["HdrHistogram"] = "CC0-1.0 or BSD-2-Clause",
        ["Microsoft.DotNet.PlatformAbstractions"] = "MIT",
        ["Microsoft.NETCore.Platforms"] = "the .NET Library licence; it has no code",
        ["NETStandard.Library"] = "the .NET Library licence; it has no code",
        ["Sylvan.Data.Csv"] = "MIT",
    };

    // For tests only, and never changed.
    private static readonly HashSet<string> _ofTestsOnly = new(["MPL-2.0"], StringComparer.Ordinal);

    /// <summary>Packages under a licence that nobody agreed to.</summary>
    public static IEnumerable<string> Unlicensed(IEnumerable<(LockedPackage Package, string? Licence)> packages) =>
        from one in packages
        where one.Licence is { } licence
            ? !_permissive.Contains(licence) && (one.Package.IsShipped || !_ofTestsOnly.Contains(licence))
            : !_read.ContainsKey(one.Package.Name)
        select $"{one.Package.Name} {one.Package.Version}: {one.Licence ?? "no licence by name"}";

    /// <summary>Packages older than a row of the advisories allows, and rows that say nothing.</summary>
    public static IEnumerable<Finding> Outdated(SourceFile page, IReadOnlyCollection<LockedPackage> packages)
    {
        foreach (var (number, text) in page.NumberedLines)
        {
            var cells = text.Split('|', StringSplitOptions.TrimEntries);
            if (cells is not ["", not ("package" or "---"), _, _, _, ""])
                continue;
            if (!Version.TryParse(cells[2], out var least))
            {
                yield return page.At(number, $"'{cells[2]}' is no version");
                continue;
            }
            foreach (var package in packages.Where(package => package.Name == cells[1]))
            {
                if (!Version.TryParse(package.Version.Split('-')[0], out var used) || used < least)
                    yield return page.At(number, $"{package.Name} {package.Version} has a known fault: {cells[3]}");
            }
        }
    }

    /// <summary>The bill of materials of what is delivered, as CycloneDX 1.6.</summary>
    public static string MaterialsOf(IEnumerable<LockedPackage> packages)
    {
        var components = packages.Where(package => package.IsShipped).Select(package => (JsonNode)new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = $"pkg:nuget/{package.Name}@{package.Version}",
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["purl"] = $"pkg:nuget/{package.Name}@{package.Version}",
            ["hashes"] = new JsonArray(new JsonObject
            {
                ["alg"] = "SHA-512",
                ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(package.ContentHash)),
            }),
            ["licenses"] = new JsonArray(new JsonObject
            {
                ["license"] = package.Licence is { } id
                    ? new JsonObject { ["id"] = id }
                    : new JsonObject { ["name"] = _read.GetValueOrDefault(package.Name) },
            }),
        });
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject { ["type"] = "application", ["name"] = "BillingActors" },
            },
            ["components"] = new JsonArray([.. components]),
        }.ToJsonString(Indented) + "\n";
    }
}
