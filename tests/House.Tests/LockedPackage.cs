using System.Text.Json;
using System.Xml.Linq;

namespace BillingActors.House.Tests;

/// <summary>A package as the lock files pin it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="ContentHash">SHA-512 of its content, in Base64.</param>
/// <param name="IsShipped">Whether a project under src has it, and so what is delivered.</param>
internal sealed record LockedPackage(string Name, string Version, string ContentHash, bool IsShipped)
{
    private static readonly List<string> _folders = ReadFolders();

    /// <summary>Every package of every lock file once, by name and version.</summary>
    public static IReadOnlyList<LockedPackage> All { get; } =
    [
        .. Repository.Paths(".json").Where(path => path.EndsWith("/packages.lock.json", StringComparison.Ordinal))
            .SelectMany(Read)
            .GroupBy(package => (package.Name, package.Version))
            .Select(same => same.First() with { IsShipped = same.Any(package => package.IsShipped) })
            .OrderBy(package => package.Name, StringComparer.Ordinal)
            .ThenBy(package => package.Version, StringComparer.Ordinal),
    ];

    /// <summary>Its licence by SPDX name; null where it brings a text or an address instead.</summary>
    public string? Licence
    {
        get
        {
            var licence = XDocument.Load(Path.Combine(Folder, Name.ToLowerInvariant() + ".nuspec"))
                .Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
            return (string?)licence?.Attribute("type") == "expression" ? licence!.Value : null;
        }
    }

    private string Folder => _folders
        .Select(folder => Path.Combine(folder, Name.ToLowerInvariant(), Version.ToLowerInvariant()))
        .First(Directory.Exists);

    // Where the build took packages from, as it noted itself.
    private static List<string> ReadFolders()
    {
        var notes = Path.Combine(Repository.Root, "artifacts", "obj", "House.Tests", "project.assets.json");
        using var file = JsonDocument.Parse(File.ReadAllText(notes));
        return [.. file.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }

    private static IEnumerable<LockedPackage> Read(string path)
    {
        using var file = JsonDocument.Parse(Repository.Read(path).Text);
        foreach (var framework in file.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            foreach (var package in framework.Value.EnumerateObject())
            {
                if (package.Value.TryGetProperty("contentHash", out var hash))
                {
                    yield return new LockedPackage(
                        package.Name,
                        package.Value.GetProperty("resolved").GetString()!,
                        hash.GetString()!,
                        path.StartsWith("src/", StringComparison.Ordinal));
                }
            }
        }
    }
}
