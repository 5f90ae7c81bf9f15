namespace BillingActors.Grains.Tests.Wire;

/// <summary>
/// Old and new silos and gateways work side by side during an upgrade: what was on the wire stays as it is, and what is
/// new is written down. <c>BILLING_REWRITE_REFERENCE=1</c> adds what is new and takes nothing away.
/// </summary>
public sealed class WireContractTests
{
    private static readonly string ManifestPath = Path.Combine(Root(), "src", "Grains.Interfaces", "WireContract.txt");

    [Fact]
    public void Nothing_that_was_on_the_wire_is_taken_away_or_changed() =>
        Assert.Empty(Written().Except(WireContract.Lines, StringComparer.Ordinal));

    [Fact]
    public void What_is_new_on_the_wire_is_written_down()
    {
        var fresh = WireContract.Lines.Except(Written(), StringComparer.Ordinal).ToList();
        if (fresh.Count > 0 && Environment.GetEnvironmentVariable("BILLING_REWRITE_REFERENCE") == "1")
        {
            File.WriteAllLines(ManifestPath, Written().Concat(fresh).Order(StringComparer.Ordinal));
            fresh.Clear();
        }
        Assert.Empty(fresh);
    }

    [Fact]
    public void Everything_on_the_wire_has_a_name_that_outlives_its_type() => Assert.Empty(WireContract.WithoutAlias());

    [Fact]
    public void An_id_stands_for_one_member() => Assert.Empty(WireContract.WithDoubleIds());

    private static string[] Written() => File.Exists(ManifestPath) ? File.ReadAllLines(ManifestPath) : [];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("BillingActors.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
