namespace BillingActors.House.Tests;

public sealed class TidyTests
{
    private static readonly string[] _written =
        [".cs", ".razor", ".css", ".js", ".md", ".sh", ".sql", ".yml", ".props", ".csproj", ""];

    [Fact]
    public void Lines_of_code_fit_the_page() =>
        Finding.AssertNone(Repository.Files(".cs", ".razor").SelectMany(TidyRules.Width));

    [Fact]
    public void Files_of_code_can_be_read_at_one_sitting() =>
        Finding.AssertNone(Repository.Files(".cs", ".razor").SelectMany(TidyRules.Length));

    [Fact]
    public void Nothing_is_hidden_in_regions() =>
        Finding.AssertNone(Repository.Files(".cs").SelectMany(TidyRules.Regions));

    [Fact]
    public void Nothing_is_left_over() =>
        Finding.AssertNone(Repository.Files(_written).SelectMany(TidyRules.Leftovers));

    [Fact]
    public void Lines_end_where_they_end() =>
        Finding.AssertNone(Repository.Files(_written).SelectMany(TidyRules.TrailingWhitespace));

    /// <summary>BenchmarkDotNet derives from the classes it measures, so they stay open.</summary>
    [Fact]
    public void Every_class_is_closed() =>
        Finding.AssertNone(Repository.Files(".cs")
            .Where(file => !file.Path.StartsWith("bench/Micro/", StringComparison.Ordinal))
            .SelectMany(TidyRules.OpenClasses));

    [Fact]
    public void No_file_is_a_burden_to_every_clone() =>
        Finding.AssertNone(Repository.Paths()
            .SelectMany(path => TidyRules.Size(path, new FileInfo(Repository.FullPath(path)).Length)));

    [Fact]
    public void The_readme_is_a_door_and_not_a_book() =>
        Assert.InRange(Repository.Read("README.md").Lines.Count, 10, 120);

    [Fact]
    public void A_wide_line_is_found() =>
        Assert.Equal(
            "a.cs:2: error: 121 columns, at most 120", Only(TidyRules.Width(Plant("\n" + new string('x', 121)))));

    [Fact]
    public void A_long_file_is_found()
    {
        Assert.Empty(TidyRules.Length(Plant(string.Concat(Enumerable.Repeat("x\n", 400)))));
        Assert.Equal(
            "a.cs:401: error: 401 lines, at most 400",
            Only(TidyRules.Length(Plant(string.Concat(Enumerable.Repeat("x\n", 401))))));
    }

    [Fact]
    public void A_region_is_found() =>
        Assert.StartsWith("a.cs:1: error:", Only(TidyRules.Regions(Plant("  #region x"))));

    [Theory]
    [InlineData("// TO" + "DO later")]
    [InlineData("/* FIX" + "ME */")]
    [InlineData("# HA" + "CK")]
    public void A_leftover_is_found(string line) =>
        Assert.StartsWith("a.cs:1: error:", Only(TidyRules.Leftovers(Plant(line))));

    [Theory]
    [InlineData("x ")]
    [InlineData("\t")]
    public void White_space_at_the_end_is_found(string line) =>
        Assert.StartsWith("a.cs:1: error:", Only(TidyRules.TrailingWhitespace(Plant(line + "\nx"))));

    [Theory]
    [InlineData("public class Open")]
    [InlineData("internal partial class Open(int x)")]
    [InlineData("public record Open(int X);")]
    [InlineData("class Open;")]
    public void An_open_class_is_found(string line) =>
        Assert.Equal(
            "a.cs:1: error: Open is neither sealed, static nor abstract", Only(TidyRules.OpenClasses(Plant(line))));

    [Theory]
    [InlineData("public sealed class Shut")]
    [InlineData("public abstract record Shut")]
    [InlineData("internal static partial class Shut")]
    [InlineData("public readonly record struct Shut(int X);")]
    [InlineData("public record struct Shut(int X);")]
    [InlineData("    public class Nested")]
    public void A_closed_class_is_left_alone(string line) => Assert.Empty(TidyRules.OpenClasses(Plant(line)));

    [Fact]
    public void A_heavy_file_is_found() =>
        Assert.Equal("a.bin:1: error: 1100001 bytes, at most 1100000", Only(TidyRules.Size("a.bin", 1_100_001)));

    private static SourceFile Plant(string text) => new("a.cs", text);

    private static string Only(IEnumerable<Finding> findings) => Assert.Single(findings).ToString();
}
