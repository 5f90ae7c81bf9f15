namespace BillingActors.Gateway.Tests.RealData;

/// <summary>The folder of real files, which lies beside the repository or where the environment says.</summary>
internal static class ReferenceFolder
{
    public static string File(params string[] path)
    {
        var file = Path.Combine([Find(), .. path]);
        Assert.SkipUnless(System.IO.File.Exists(file), "reference data absent");
        return file;
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("BILLING_REFERENCE_DATA") is { Length: > 0 } named)
            return named;
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !System.IO.File.Exists(Path.Combine(directory.FullName, "BillingActors.sln")))
            directory = directory.Parent;
        return Path.Combine(directory?.FullName ?? ".", "..", "shared", "data");
    }
}
