namespace BillingActors.House.Tests;

/// <summary>Which project may see which: the picture of the architecture that the build cannot draw.</summary>
internal static class ImportTable
{
    private static readonly string[] _products =
        ["Domain", "Grains.Interfaces", "Storage", "Grains", "Formats", "Gateway", "Silo"];

    private static readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Grains.Interfaces"] = [],
        ["Storage"] = ["Domain", "Grains.Interfaces"],
        ["Grains"] = ["Domain", "Grains.Interfaces", "Storage"],
        ["Formats"] = ["Grains.Interfaces"],
        ["Gateway"] = ["Grains.Interfaces", "Storage", "Formats"],
        ["Silo"] = ["Gateway", "Grains", "Storage"],
        ["Cli"] = [.. _products, "Load", "Survival"],
        ["Comparison"] = [],
        ["Load"] = [.. _products, "Comparison"],
        ["Survival"] = ["Grains.Interfaces", "Storage", "Gateway", "Silo"],
        ["Micro"] = [.. _products, "Cli"],
    };

    /// <summary>References that the table does not grant. Tests see every product, but no other tests.</summary>
    public static IEnumerable<Finding> Violations(ProjectFile project)
    {
        var isTest = project.Name.EndsWith(".Tests", StringComparison.Ordinal);
        if (!isTest && !_allowed.ContainsKey(project.Name))
        {
            yield return project.Source.At(1, $"{project.Name} has no row in the import table");
            yield break;
        }
        string[] allowed = isTest ? [.. _products, "Cli", "Load", "Survival", "Micro"] : _allowed[project.Name];
        foreach (var (line, name) in project.Projects)
            if (!allowed.Contains(name, StringComparer.Ordinal))
                yield return project.Source.At(line, $"{project.Name} must not reference {name}");
    }
}
