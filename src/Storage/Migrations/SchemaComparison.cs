using System.Collections.Immutable;
using System.Data.Common;

namespace BillingActors.Storage.Migrations;

/// <summary>Says how what was applied to a database differs from what ships with the program.</summary>
internal static class SchemaComparison
{
    /// <summary>What the migrator cannot mend: scripts that the program does not know, or knows otherwise.</summary>
    public static IEnumerable<string> Conflicts(
        IReadOnlyCollection<AppliedScript> applied, ImmutableArray<MigrationScript> shipped)
    {
        var known = shipped.ToDictionary(script => script.Number);
        foreach (var row in applied)
        {
            if (!known.TryGetValue(row.Number, out var script))
            {
                yield return $"The database has migration {row.Number:D4} '{row.Name}', which this program does not "
                    + "know: the database is newer than the program. Start the newer program.";
            }
            else if (script.Checksum != row.Checksum)
            {
                yield return $"Migration {row.Number:D4} '{row.Name}' was changed after it had been applied: "
                    + $"the database has checksum {row.Checksum}, the program {script.Checksum}.";
            }
        }
    }

    /// <summary>Conflicts, and scripts that were not applied yet.</summary>
    public static IEnumerable<string> Differences(
        IReadOnlyCollection<AppliedScript> applied, ImmutableArray<MigrationScript> shipped)
    {
        var done = applied.Select(row => row.Number).ToHashSet();
        var missing = from script in shipped
                      where !done.Contains(script.Number)
                      select $"The database lacks migration {script.Number:D4} '{script.Name}'; "
                          + "a silo applies it when it starts.";
        return Conflicts(applied, shipped).Concat(missing);
    }

    /// <summary>The rows of <see cref="AppliedScript.Select"/>.</summary>
    public static List<AppliedScript> Read(DbDataReader reader)
    {
        var applied = new List<AppliedScript>();
        while (reader.Read())
            applied.Add(new AppliedScript(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }
}
