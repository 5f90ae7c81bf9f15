namespace BillingActors.Survival.Processes;

/// <summary>Finds the product's programs as they were built beside this one.</summary>
internal static class ProgramFiles
{
    /// <summary>The program of a silo.</summary>
    public static string Silo => Find("Silo", "BillingActors.Silo.dll");

    /// <summary>The program of a gateway of its own.</summary>
    public static string Gateway => Find("Gateway", "BillingActors.Gateway.dll");

    /// <summary>From its own folder, so that it has what its image would have and no more.</summary>
    private static string Find(string project, string assembly)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(here.Parent?.Parent?.FullName ?? here.FullName, project, here.Name, assembly);
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException($"{path} does not exist: build the whole solution first.");
    }
}
