namespace BillingActors.House.Tests;

public sealed class SupplyTests
{
    private static readonly LockedPackage _planted = new("Planted", "1.2.3", "", IsShipped: true);

    [Fact]
    public void Every_package_has_a_licence_that_was_agreed_to()
    {
        Assert.True(LockedPackage.All.Count > 100, $"only {LockedPackage.All.Count} packages were found");
        Assert.Empty(SupplyRules.Unlicensed(LockedPackage.All.Select(package => (package, package.Licence))));
    }

    [Theory]
    [InlineData("GPL-3.0-only", true)]
    [InlineData("MPL-2.0", true)]
    [InlineData(null, false)]
    public void Another_licence_is_found(string? licence, bool isShipped) => Assert.Single(
        SupplyRules.Unlicensed([(_planted with { IsShipped = isShipped }, licence)]));

    [Fact]
    public void No_package_has_a_fault_that_is_known() => Finding.AssertNone(
        SupplyRules.Outdated(Repository.Read(SupplyRules.Advisories), LockedPackage.All));

    [Theory]
    [InlineData("| Planted | 1.2.4 | CVE-0000-1 | reads too far |", "Planted 1.2.3 has a known fault: CVE-0000-1")]
    [InlineData("| Planted | soon | CVE-0000-1 | reads too far |", "'soon' is no version")]
    public void A_package_with_a_known_fault_is_found(string row, string rule)
    {
        var page = new SourceFile(SupplyRules.Advisories, row);
        Assert.Equal($"{page.Path}:1: error: {rule}", Assert.Single(SupplyRules.Outdated(page, [_planted])).ToString());
        var mended = new SourceFile(SupplyRules.Advisories, row.Replace("soon", "1.2.3").Replace("1.2.4", "1.2.3"));
        Assert.Empty(SupplyRules.Outdated(mended, [_planted]));
    }

    [Fact]
    public void The_bill_of_materials_is_what_the_lock_files_pin()
    {
        var wanted = SupplyRules.MaterialsOf(LockedPackage.All);
        var path = Repository.FullPath(SupplyRules.Materials);
        if (Environment.GetEnvironmentVariable("BILLING_REWRITE_REFERENCE") == "1")
            File.WriteAllText(path, wanted);
        Assert.True(
            File.ReadAllText(path) == wanted,
            $"{SupplyRules.Materials} differs; run the tests with BILLING_REWRITE_REFERENCE=1 and review the change.");
    }
}
