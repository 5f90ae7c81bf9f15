using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BillingActors.Storage.Migrations;

/// <summary>A numbered script that changes the schema once: "0001_accounts.sql" of one database.</summary>
/// <param name="Number">Its place in the order.</param>
/// <param name="Name">File name without the number.</param>
/// <param name="Sql">What it does.</param>
internal sealed record MigrationScript(int Number, string Name, string Sql)
{
    private const int NumberLength = 4;

    /// <summary>SHA-256 of the text with plain line ends, so that a checkout's line ends do not matter.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The scripts that ship with the program for "Sqlite" or "Postgres", in order.</summary>
    public static ImmutableArray<MigrationScript> Of(string database)
    {
        var folder = database + "/Migrations/";
        var scripts = typeof(MigrationScript).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => Read(name, name[folder.Length..]))
            .OrderBy(script => script.Number)
            .ToImmutableArray();
        if (scripts.Select(s => s.Number).Distinct().Count() != scripts.Length)
            throw new MigrationException($"Two scripts in {folder} bear the same number.");
        return scripts;
    }

    private static MigrationScript Read(string resource, string file)
    {
        using var stream = typeof(MigrationScript).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        if (!int.TryParse(
            file.AsSpan(0, NumberLength), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new MigrationException($"The script {resource} must begin with four digits.");
        return new MigrationScript(number, file[(NumberLength + 1)..^".sql".Length], reader.ReadToEnd());
    }
}
