namespace Formats.Tests;

/// <summary>Files from elsewhere that we read but do not keep in the repository.</summary>
internal static class ReferenceData
{
    /// <summary>The folder, or the test is skipped where it is absent.</summary>
    public static string Folder(string name)
    {
        var folder = Path.Combine(Root(), name);
        Assert.SkipUnless(Directory.Exists(folder), "reference data absent");
        return folder;
    }

    private static string Root() =>
        Environment.GetEnvironmentVariable("BILLING_REFERENCE_DATA") ?? Path.Combine(Repository(), "../shared/data");

    /// <summary>Root of the repository.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("BillingActors.sln");
    }
}
