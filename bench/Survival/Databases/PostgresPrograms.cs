namespace BillingActors.Survival.Databases;

/// <summary>PostgreSQL's own programs, run as a user that they accept: they refuse root.</summary>
internal static class PostgresPrograms
{
    private const string User = "postgres";

    private static readonly string[] Places =
        ["/usr/lib/postgresql", "/usr/pgsql-18", "/usr/pgsql-17", "/usr/local/pgsql"];

    /// <summary>A program with its arguments, as it has to be started.</summary>
    public static (string Program, IEnumerable<string> Arguments) Of(string name, params IEnumerable<string> arguments)
    {
        var path = Find(name);
        return Environment.IsPrivilegedProcess
            ? ("runuser", ["-u", User, "--", path, .. arguments])
            : (path, arguments);
    }

    /// <summary>Gives a folder to the user that the programs run as.</summary>
    public static async Task Own(string folder, CancellationToken cancellation)
    {
        if (Environment.IsPrivilegedProcess)
            await Processes.Command.Run("chown", ["-R", User, folder], cancellation);
    }

    private static string Find(string name) =>
        Places.Where(Directory.Exists)
            .SelectMany(place => Directory.EnumerateFiles(place, name, SearchOption.AllDirectories))
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "bin")
            .Order(StringComparer.Ordinal)
            .LastOrDefault()
        ?? throw new InvalidOperationException($"PostgreSQL's program {name} is not installed.");
}
