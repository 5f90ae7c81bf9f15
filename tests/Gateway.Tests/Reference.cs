namespace BillingActors.Gateway.Tests;

/// <summary>
/// Compares what the code says with the committed reference; BILLING_REWRITE_REFERENCE=1 writes it anew.
/// </summary>
internal static class Reference
{
    public static bool Rewrites => Environment.GetEnvironmentVariable("BILLING_REWRITE_REFERENCE") == "1";

    public static void Match(string name, string text)
    {
        var path = PathOf(name);
        if (Rewrites)
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == text,
            $"docs/reference/{name} differs; run the tests with BILLING_REWRITE_REFERENCE=1 and review the change.");
    }

    public static string? Committed(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : null;

    private static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository was not found.");
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "reference")).FullName + "/" + name;
    }
}
