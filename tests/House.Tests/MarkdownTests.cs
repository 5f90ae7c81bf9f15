namespace BillingActors.House.Tests;

public sealed class MarkdownTests
{
    [Fact]
    public void Every_document_has_one_title() =>
        Finding.AssertNone(Repository.Files(".md").SelectMany(MarkdownRules.OneTitle));

    [Fact]
    public void Every_link_leads_somewhere() =>
        Finding.AssertNone(Repository.Files(".md").SelectMany(file => MarkdownRules.DeadLinks(file, ReadIfThere)));

    [Theory]
    [InlineData("text\n# Late", "docs/a.md:1: error: the first line is the title: # Title")]
    [InlineData("# One\n# Two", "docs/a.md:2: error: a second title; use ## below the first")]
    public void A_wrong_title_is_found(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(MarkdownRules.OneTitle(new("docs/a.md", text))).ToString());

    [Fact]
    public void A_comment_in_a_fenced_block_is_no_title() =>
        Assert.Empty(MarkdownRules.OneTitle(new("docs/a.md", "# One\n```\n# not a title\n```")));

    [Theory]
    [InlineData("[x](nowhere.md)", "docs/a.md:1: error: dead link: nowhere.md")]
    [InlineData("[x](../README.md#nothing)", "docs/a.md:1: error: dead link: no heading #nothing in README.md")]
    [InlineData("[x](#nothing)", "docs/a.md:1: error: dead link: no heading #nothing in docs/a.md")]
    public void A_dead_link_is_found(string text, string expected) =>
        Assert.Equal(
            expected, Assert.Single(MarkdownRules.DeadLinks(new("docs/a.md", text), PlantedReadme)).ToString());

    [Theory]
    [InlineData("[x](../README.md)")]
    [InlineData("[x](../README.md#what-it-is-and-does)")]
    [InlineData("[x](https://example.org/nowhere.md)")]
    [InlineData("```\n[x](nowhere.md)\n```")]
    public void A_live_link_is_left_alone(string text) =>
        Assert.Empty(MarkdownRules.DeadLinks(new("docs/a.md", text), PlantedReadme));

    private static SourceFile? PlantedReadme(string path) =>
        path == "README.md" ? new(path, "# Title\n## What it is, and does") : null;

    private static SourceFile? ReadIfThere(string path) =>
        Repository.Holds(path)
            ? new(path, File.Exists(Repository.FullPath(path)) ? File.ReadAllText(Repository.FullPath(path)) : "")
            : null;
}
