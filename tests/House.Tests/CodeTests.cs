namespace BillingActors.House.Tests;

public sealed class CodeTests
{
    [Fact]
    public void Every_code_of_the_sources_is_explained()
    {
        var documented = CodeRules.Documented(
            Repository.Files(".md").Where(page => page.Path.StartsWith("docs/reference/", StringComparison.Ordinal)));
        var sources = Repository.Files(".cs")
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(CodeRules.Undocumented(sources, new HashSet<string>()));
        Finding.AssertNone(CodeRules.Undocumented(sources, documented));
    }

    [Theory]
    [InlineData("""new("day-lost", "The day is lost.")""")]
    [InlineData("""Refusal.Of(1, "day", "day-lost", $"{day} is lost")""")]
    [InlineData("""Reply<X>.No("day-lost", e.Message)""")]
    [InlineData("""new HoldReason("day-lost", text)""")]
    [InlineData("""return ("day-lost", null);""")]
    public void A_code_that_no_page_explains_is_found(string line)
    {
        var planted = new SourceFile("src/Domain/A.cs", "\n" + line);
        Assert.Equal(
            "src/Domain/A.cs:2: error: the code 'day-lost' is not in docs/reference",
            Assert.Single(CodeRules.Undocumented([planted], new HashSet<string>())).ToString());
        var page = new SourceFile("docs/reference/a.md", "| `day-lost` | never |");
        Assert.Empty(CodeRules.Undocumented([planted], CodeRules.Documented([page])));
    }
}
