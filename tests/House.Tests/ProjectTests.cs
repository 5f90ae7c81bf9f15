namespace BillingActors.House.Tests;

public sealed class ProjectTests
{
    [Fact]
    public void Projects_see_only_what_the_import_table_grants() =>
        Finding.AssertNone(ProjectFile.All.SelectMany(ImportTable.Violations));

    [Fact]
    public void Projects_use_only_packages_that_were_agreed_to() =>
        Finding.AssertNone(ProjectFile.All
            .Append(new(Repository.Read("Directory.Build.props")))
            .SelectMany(PackageTable.Violations));

    [Fact]
    public void Every_version_is_pinned_exactly_and_in_one_place()
    {
        Finding.AssertNone(PackageTable.LoosePins(Repository.Read("Directory.Packages.props")));
        Finding.AssertNone(ProjectFile.All.SelectMany(project => project.OwnVersions()));
    }

    [Fact]
    public void The_solution_holds_every_project_and_nothing_else()
    {
        var solution = Repository.Read("BillingActors.sln");
        Finding.AssertNone(SolutionRules.Violations(solution, [.. Repository.Paths(".csproj")]));
    }

    [Fact]
    public void Every_project_has_a_lock_file() =>
        Finding.AssertNone(
            from project in ProjectFile.All
            let folder = project.Source.Path[..project.Source.Path.LastIndexOf('/')]
            where !Repository.Holds(folder + "/packages.lock.json")
            select project.Source.At(1, $"{folder}/packages.lock.json is missing"));

    [Theory]
    [InlineData("src/Domain.csproj", "Storage", "src/Domain.csproj:2: error: Domain must not reference Storage")]
    [InlineData("src/Formats.csproj", "Domain", "src/Formats.csproj:2: error: Formats must not reference Domain")]
    [InlineData("src/Grains.csproj", "Gateway", "src/Grains.csproj:2: error: Grains must not reference Gateway")]
    [InlineData("A.Tests.csproj", "B.Tests", "A.Tests.csproj:2: error: A.Tests must not reference B.Tests")]
    [InlineData("src/New.csproj", "Domain", "src/New.csproj:1: error: New has no row in the import table")]
    public void A_forbidden_reference_is_found(string path, string referenced, string expected)
    {
        var project = Plant(path, $"<ProjectReference Include=\"../{referenced}/{referenced}.csproj\" />");
        Assert.Equal(expected, Assert.Single(ImportTable.Violations(project)).ToString());
    }

    [Fact]
    public void A_package_nobody_agreed_to_is_found()
    {
        var project = Plant("src/Domain/Domain.csproj", "<PackageReference Include=\"Newtonsoft.Json\" />");
        Assert.Equal(
            "src/Domain/Domain.csproj:2: error: Newtonsoft.Json is not on the allow-list of Domain",
            Assert.Single(PackageTable.Violations(project)).ToString());
    }

    [Theory]
    [InlineData("[1.0.0,2.0.0)")]
    [InlineData("1.*")]
    [InlineData("10.0")]
    [InlineData("")]
    public void A_loose_pin_is_found(string version)
    {
        var pins = new SourceFile("p.props", $"<P>\n<PackageVersion Include=\"A\" Version=\"{version}\" /></P>");
        Assert.StartsWith("p.props:2: error: A: ", Assert.Single(PackageTable.LoosePins(pins)).ToString());
    }

    [Fact]
    public void A_version_in_a_project_is_found()
    {
        var project = Plant("a.csproj", "<PackageReference Include=\"A\" VersionOverride=\"1.0.0\" />");
        Assert.StartsWith("a.csproj:2: error: A has its version here", Assert.Single(project.OwnVersions()).ToString());
    }

    [Fact]
    public void A_project_outside_the_solution_is_found_and_so_is_a_ghost()
    {
        var solution = new SourceFile("x.sln", "\nProject(\"{F}\") = \"A\", \"src\\A\\A.csproj\", \"{1}\"");
        Assert.Equal(
            ["x.sln:2: error: src/A/A.csproj does not exist", "x.sln:1: error: src/B/B.csproj is not in the solution"],
            SolutionRules.Violations(solution, ["src/B/B.csproj"]).Select(finding => finding.ToString()),
            StringComparer.Ordinal);
    }

    private static ProjectFile Plant(string path, string reference) =>
        new(new(path, $"<Project>\n{reference}\n</Project>"));
}
