using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.EffectiveDated;

/// <summary>
/// Residential schedules with one TOML file for each date from which rates are in force (tariffkit, PG&amp;E): the
/// files of
/// a schedule are the versions of one tariff, its components its charges.
/// </summary>
public static class EffectiveDatedTariffs
{
    private const string Zone = "America/Los_Angeles";

    /// <summary>The files of one schedule as one tariff, or the reasons why they are none.</summary>
    public static ImportedTariff Read(IReadOnlyList<string> files, EffectiveDatedOptions options)
    {
        var findings = new ImportFindings();
        var versions = new List<(DateOnly From, TariffVersionDocument Version)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, file) in files.Index())
        {
            if (Tables(file, $"{index}", findings) is not { } tables)
                continue;
            names.Add(tables.Value("", "tariff") ?? "");
            if (!DateOnly.TryParseExact(
                tables.Value("", "effective"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                    out var from))
            {
                findings.Refuse($"{index}/effective", "date-invalid", "A file says from which day it is in force.");
            }
            var schedule = new RateSchedule(tables, $"{index}", options, findings);
            versions.Add((from, schedule.ToVersion(from)));
        }
        if (names.Count != 1 || names.Contains(""))
            findings.Refuse("tariff", "required", "All files are of one schedule, and name it.");
        var name = names.FirstOrDefault("");
        if (findings.HasProblems)
            return new ImportedTariff(name, null, findings.Problems, findings.Notes);
        return new ImportedTariff(name, new TariffDocument(
            name.ToLowerInvariant(), name, "USD", Numbered(versions), Zone), [], findings.Notes);
    }

    /// <summary>The customer's options with a program: its discount, and the components it exempts from.</summary>
    /// <param name="program">The program's file.</param>
    /// <param name="options">What is known of the customer.</param>
    public static EffectiveDatedOptions WithProgram(string program, EffectiveDatedOptions options)
    {
        var tables = TomlTables.Read(program);
        return options with
        {
            Discount = TomlTables.Number(tables.Value("", "discount")) ?? 0m,
            Exempt = [.. ListIn(tables.Value("", "exempt_components"))],
        };
    }

    internal static IEnumerable<string> ListIn(string? list) => (list ?? "").Trim('[', ']')
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(static item => item.Trim('"'));

    private static ImmutableArray<TariffVersionDocument> Numbered(
        List<(DateOnly From, TariffVersionDocument Version)> versions) =>
        [.. versions.OrderBy(static version => version.From)
            .Select(static (version, index) => version.Version with { Number = index + 1 })];

    private static TomlTables? Tables(string file, string path, ImportFindings findings)
    {
        try
        {
            return TomlTables.Read(file);
        }
        catch (FormatException error)
        {
            findings.Refuse(path, "toml-malformed", error.Message);
            return null;
        }
    }
}
