using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>The settings that docs/reference/configuration.md promises, row by row.</summary>
internal sealed partial class ConfigurationTable(SourceFile document)
{
    public const string Path = "docs/reference/configuration.md";

    /// <summary>Rows whose first cell is a key such as Billing:Storage:Provider.</summary>
    public IReadOnlyList<(int Line, string Key)> Settings { get; } =
        [.. Cells(document).Where(cell => cell.Name.Contains(':', StringComparison.Ordinal))];

    /// <summary>Rows whose first cell is an environment variable such as BILLING_TEST_ROUNDS.</summary>
    public IReadOnlyList<(int Line, string Key)> Variables { get; } =
        [.. Cells(document).Where(cell => !cell.Name.Contains(':', StringComparison.Ordinal))];

    /// <summary>Keys in the form that environment variables need.</summary>
    public IReadOnlySet<string> EnvironmentNames =>
        Settings.Select(row => row.Key.Replace(":", "__", StringComparison.Ordinal))
            .Concat(Variables.Select(row => row.Key))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Disagreements between the rows and the options that the programs read, both ways.</summary>
    public IEnumerable<Finding> Violations(IReadOnlyCollection<OptionsClass> options, Func<string, bool> isExpected)
    {
        var read = options.SelectMany(one => one.Keys).ToHashSet(StringComparer.Ordinal);
        var written = Settings.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var sections = options.Select(one => one.Section).ToHashSet(StringComparer.Ordinal);
        foreach (var (line, key) in Settings)
        {
            var section = SectionOf(key);
            if (!read.Contains(key) && (sections.Contains(section) || isExpected(section)))
                yield return document.At(line, $"no program reads {key}");
        }
        foreach (var key in read.Where(key => !written.Contains(key)).Order(StringComparer.Ordinal))
            yield return document.At(1, $"{key} is read and not described");
    }

    /// <summary>The first two parts of a key, for example Billing:Storage.</summary>
    public static string SectionOf(string key) => string.Join(':', key.Split(':').Take(2));

    /// <summary>Keys described twice.</summary>
    public IEnumerable<Finding> Repetitions() =>
        from row in Settings.Concat(Variables).GroupBy(row => row.Key, StringComparer.Ordinal)
        where row.Count() > 1
        select document.At(row.Last().Line, $"{row.Key} is described twice");

    private static IEnumerable<(int Line, string Name)> Cells(SourceFile document) =>
        from line in document.NumberedLines
        let row = Row().Match(line.Text)
        where row.Success
        select (line.Number, row.Groups["key"].Value);

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z][A-Za-z0-9:_]*)` \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
