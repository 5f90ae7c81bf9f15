namespace BillingActors.House.Tests;

/// <summary>The checkout that the tests were built from, without what builds and editors leave behind.</summary>
internal static class Repository
{
    private static readonly HashSet<string> _leftBehind = new(StringComparer.Ordinal)
    {
        ".git", ".vs", ".idea", "artifacts", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts",
    };

    /// <summary>The folder of BillingActors.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of a path written with slashes from the root.</summary>
    public static string FullPath(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    /// <summary>Whether a file or folder is there.</summary>
    public static bool Holds(string relative) => Path.Exists(FullPath(relative));

    /// <summary>Reads one file.</summary>
    public static SourceFile Read(string relative) => new(relative, File.ReadAllText(FullPath(relative)));

    /// <summary>Paths from the root, with slashes, in ordinal order; only these extensions if any are given.</summary>
    public static IEnumerable<string> Paths(params string[] extensions) =>
        Walk(new DirectoryInfo(Root))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Where(path => extensions is [] || extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The files of these extensions, read.</summary>
    public static IEnumerable<SourceFile> Files(params string[] extensions) => Paths(extensions).Select(Read);

    /// <summary>What the build that made these tests made of a project, for example its assembly.</summary>
    public static string BuildOutput(string project, string file)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, file);
    }

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (_leftBehind.Contains(entry.Name) || entry.LinkTarget is not null)
                continue;
            if (entry is FileInfo file)
                yield return file;
            else if (entry is DirectoryInfo inner)
                foreach (var found in Walk(inner))
                    yield return found;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("BillingActors.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
