namespace BillingActors.House.Tests;

public sealed class DangerTests
{
    [Fact]
    public void What_is_safe_in_one_place_only_is_nowhere_else() =>
        Finding.AssertNone(DangerRules.Violations(Repository.Files(".cs", ".razor")));

    [Theory]
    [InlineData("src/Grains/A.cs", "command.CommandText = text;")]
    [InlineData("src/Gateway/A.cs", "using var http = new HttpClient();")]
    [InlineData("src/Grains/A.cs", "new Socket(family, type, protocol)")]
    [InlineData("src/Gateway/A.razor", "@((MarkupString)name)")]
    [InlineData("src/Formats/A.cs", "XDocument.Load(file)")]
    [InlineData("src/Silo/A.cs", "Process.Start(\"sh\")")]
    [InlineData("src/Domain/A.cs", "Regex.IsMatch(text, pattern)")]
    [InlineData("src/Domain/A.cs", "[GeneratedRegex(\"(a+)+\")]")]
    public void A_danger_is_found(string path, string line) =>
        Assert.Single(DangerRules.Violations([new SourceFile(path, line)]));

    [Theory]
    [InlineData("src/Storage/A.cs", "command.CommandText = text;")]
    [InlineData("src/Domain/A.cs", "[GeneratedRegex(\"a\", RegexOptions.ExplicitCapture, 1000)]")]
    [InlineData("tests/A.cs", "new HttpClient()")]
    public void What_is_in_its_place_is_left_alone(string path, string line) =>
        Assert.Empty(DangerRules.Violations([new SourceFile(path, line)]));
}
