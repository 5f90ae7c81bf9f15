namespace BillingActors.House.Tests;

public sealed class QuoteTests
{
    private const string Results = "bench/results/x.md";
    private const string Table = "| accounts | ratio |\n|---|---|\n| 200,000 | 0.206 |";

    [Fact]
    public void Figures_in_the_README_are_those_of_the_committed_results()
    {
        var readme = Repository.Read("README.md");
        Finding.AssertNone(QuoteRules.Violations(readme, ReadIfThere).Concat(QuoteRules.Unquoted(readme)));
        Assert.Contains("<!-- quoted from bench/results/", readme.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_stands_in_its_source_is_left_alone() =>
        Assert.Empty(QuoteRules.Violations(Quoting(Table), Planted));

    [Fact]
    public void A_figure_that_was_improved_by_hand_is_found() =>
        Assert.Equal(
            "README.md:5: error: this row is not in bench/results/x.md",
            Assert.Single(QuoteRules.Violations(
                Quoting(Table.Replace("0.206", "0.306", StringComparison.Ordinal)), Planted)).ToString());

    [Fact]
    public void A_quote_of_no_file_is_found() =>
        Assert.Equal(
            "README.md:1: error: bench/results/gone.md is not there",
            Assert.Single(QuoteRules.Violations(
                new("README.md", "<!-- quoted from bench/results/gone.md -->\n" + Table), Planted)).ToString());

    [Fact]
    public void A_quote_without_a_table_is_found() =>
        Assert.Equal(
            "README.md:1: error: no table follows what is said to be quoted",
            Assert.Single(QuoteRules.Violations(Quoting("It is fast."), Planted)).ToString());

    [Fact]
    public void A_measured_figure_from_nowhere_is_found()
    {
        Assert.Single(QuoteRules.Unquoted(new("README.md", "| look-up | 3 ms |")));
        Assert.Empty(QuoteRules.Unquoted(Quoting("| look-up | 3 ms |")));
    }

    private static SourceFile Quoting(string text) => new("README.md", $"<!-- quoted from {Results} -->\n\n{text}");

    private static SourceFile? Planted(string path) => path == Results ? new(path, $"# X\n\n{Table}\n") : null;

    private static SourceFile? ReadIfThere(string path) => Repository.Holds(path) ? Repository.Read(path) : null;
}
