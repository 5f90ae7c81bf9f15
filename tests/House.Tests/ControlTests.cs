namespace BillingActors.House.Tests;

public sealed class ControlTests
{
    private static readonly SourceFile _suite = new(
        "tests/A.Tests/ATests.cs", "public sealed class ATests\n{\n    [Fact]\n    public void It_holds()\n");

    [Fact]
    public void Every_control_names_a_test_that_is_there()
    {
        var tests = ControlRules.Tests(Repository.Files(".cs"));
        Assert.True(tests.Count > 1_000, $"only {tests.Count} tests were found");
        var page = Repository.Read(ControlRules.Path);
        Finding.AssertNone(ControlRules.Violations(page, tests));
        Assert.NotEmpty(ControlRules.Violations(page, new HashSet<string>()));
    }

    [Fact]
    public void Every_screen_of_the_console_names_a_test_that_is_there()
    {
        var tests = ControlRules.Tests(Repository.Files(".cs"));
        var page = Repository.Read(ControlRules.Screens);
        Finding.AssertNone(ControlRules.Violations(page, tests));
        Assert.True(ControlRules.Violations(page, new HashSet<string>()).Count() > 40);
    }

    [Fact]
    public void Everything_that_can_be_rated_names_a_test_that_is_there()
    {
        var tests = ControlRules.Tests(Repository.Files(".cs"));
        var page = Repository.Read(ControlRules.Rating);
        Finding.AssertNone(ControlRules.Violations(page, tests));
        Assert.True(ControlRules.Violations(page, new HashSet<string>()).Count() > 200);
    }

    [Theory]
    [InlineData("| a door | is locked | `ATests.It_held` |", "there is no test ATests.It_held")]
    [InlineData("| a door | is locked | by hand |", "the control names no test")]
    public void A_control_without_its_test_is_found(string row, string rule)
    {
        var tests = ControlRules.Tests([_suite]);
        var planted = new SourceFile(ControlRules.Path, row);
        Assert.Equal($"{ControlRules.Path}:1: error: {rule}",
            Assert.Single(ControlRules.Violations(planted, tests)).ToString());
        Assert.Empty(ControlRules.Violations(
            new SourceFile(ControlRules.Path, "| a door | is locked | `ATests.It_holds` |"), tests));
    }
}
