using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Imports;

namespace Formats.Tests;

[Trait("Group", "ReferenceData")]
public sealed class MeterDataReferenceTests
{
    private const int FilesInAll = 182;

    /// <summary>Files that are refused: where, and by which rule.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["invalid/Example_NEM12_15min_200_30min_300.csv"] = "3 IntervalValue interval-count",
        ["invalid/Example_NEM12_15min_200_30min_400.csv"] = "5 EndInterval quality-runs",
        ["invalid/Example_NEM12_30min_200_15min_300.csv"] = "3 IntervalValue interval-count",
        ["invalid/Example_NEM12_30min_200_15min_400.csv"] = "3 IntervalValue interval-count",
        ["invalid/Example_NEM12_empty.csv"] = "2 900 no-readings",
        ["invalid/Example_NEM12_incomplete_interval.csv"] = "3 IntervalValue interval-count",
        ["invalid/Example_NEM12_missing_header.csv"] = "2 100 header-missing",
        ["invalid/Example_NEM12_powercor.csv"] = "2 100 header-missing",
        ["invalid/Example_NEM12_powercor_missing_fields.csv"] = "2 100 header-missing",
        ["invalid/Example_empty_file.csv"] = "1 100 file-empty",
        // A 300 record that is broken over three lines.
        ["scenarios-nem12/NEM12_Scenario10_ETSAMDP_NEMMCO.csv"] = "27 IntervalValue interval-count",
    };

    /// <summary>Files of which one record is rejected and the rest is read.</summary>
    private static readonly Dictionary<string, string> Rejected = new(StringComparer.Ordinal)
    {
        // A voltage channel without a unit.
        ["unzipped/Example_NEM12_different_interval_length.csv"] = "7 UOM unit-missing",
        ["unzipped/Example_different_intervals.csv"] = "7 UOM unit-missing",
        // A service order of half past thirty-three.
        ["interval-year/sample-nem12.csv"] = "34 ReadDateTime time-invalid",
    };

    [Fact]
    public async Task Every_file_gives_what_its_text_says_or_the_refusal_of_the_table()
    {
        var folder = ReferenceData.Folder("nem12-aemo");
        var files = Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories);
        Assert.Equal(FilesInAll, files.Length);
        var wrong = new List<string>();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var found = await Outcome(file);
            var expected = Expected(name, file);
            if (found != expected)
                wrong.Add($"{name}\n  found    {Start(found, expected)}\n  expected {Start(expected, found)}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task All_reads_together_are_counted_and_summed()
    {
        var folder = ReferenceData.Folder("nem12-aemo");
        var (days, reads, sum, plainSum, plainDays, plainReads) = (0, 0, 0m, 0m, 0, 0);
        foreach (var file in Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (Refused.ContainsKey(name) || Rejected.ContainsKey(name))
                continue;
            var items = await Files.ReadFile(Format(file), file);
            var plain = PlainMeterData.Of(file);
            plainSum += plain.Sum;
            (plainDays, plainReads) = (plainDays + plain.Days, plainReads + plain.Reads);
            days += items.Count(item => item.Day is not null);
            reads += items.Count(item => item.Read is not null);
            sum += items.Sum(MeterDataFacts.Sum);
        }
        Assert.Equal((plainDays, plainReads, plainSum), (days, reads, sum));
        Assert.True(days > 1_500 && reads == 123, $"{days} days, {reads} reads");
    }

    [Fact]
    public async Task The_year_from_a_portal_has_neither_header_nor_end_and_is_accepted()
    {
        var folder = ReferenceData.Folder("nem12-aemo/interval-year");
        var items = await Files.ReadFile(
            "nem12", Path.Combine(folder, "64070000001_20220518_20230518_20230519185451_UNITEDENERGY_VEC.csv"));

        Assert.Equal(366, items.Count(item => item.Day!.Direction == "import"));
        Assert.Equal(366, items.Count(item => item.Day!.Direction == "export"));
        Assert.All(items, item => Assert.Equal((30, 600), (item.Day!.IntervalMinutes, item.Day.OffsetMinutes)));
    }

    private static async Task<string> Outcome(string file)
    {
        try
        {
            var items = await Files.ReadFile(Format(file), file);
            return string.Join('\n', items.Select(Shown));
        }
        catch (FileRefusedException e)
        {
            return Files.Short(e);
        }
    }

    private static string Shown(ImportItem item) => item.Rejected is null ? MeterDataFacts.Of(item) : Files.Short(item);

    private static string Expected(string name, string file)
    {
        if (Refused.TryGetValue(name, out var refusal))
            return refusal;
        var facts = PlainMeterData.Of(file).Facts.ToImmutableArray();
        if (Rejected.TryGetValue(name, out var rejected))
            facts = [.. facts.Where(fact => Line(fact) != Line(rejected)).Append(rejected).OrderBy(Line)];
        return string.Join('\n', facts);
    }

    private static int Line(string fact) => int.Parse(fact.Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Format(string file) =>
        File.ReadAllText(file).StartsWith("100,NEM13", StringComparison.Ordinal) ? "nem13" : "nem12";

    private static string Start(string text, string other)
    {
        var same = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, same - 60);
        return text[from..Math.Min(text.Length, same + 60)].ReplaceLineEndings("|");
    }
}
