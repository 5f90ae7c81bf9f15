namespace BillingActors.Survival.Processes;

/// <summary>Finds the product's programs as they were built beside this one.</summary>
internal static class ProgramFiles
{
    /// <summary>The program of a silo; of an earlier build where its folder is given.</summary>
    public static string Silo(string? earlier = null) => Find(earlier, "Silo");

    /// <summary>The program of a gateway of its own; of an earlier build where its folder is given.</summary>
    public static string Gateway(string? earlier = null) => Find(earlier, "Gateway");

    /// <summary>From its own folder, so that it has what its image would have and no more.</summary>
    private static string Find(string? earlier, string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var built = earlier ?? here.Parent?.Parent?.FullName ?? here.FullName;
        var path = Path.Combine(built, project, here.Name, $"BillingActors.{project}.dll");
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException($"{path} does not exist: build the whole solution first.");
    }
}
