using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

namespace BillingActors.Gateway.Tests.Tariffs;

/// <summary>What two tariffs differ in, with paths and in words.</summary>
public sealed class TariffComparisonTests
{
    private const string Home = """
        {"id":"home","name":"Home","currency":"EUR","versions":[
        {"number":1,"validFrom":"2025-01-01","charges":[
        {"kind":"fixed","code":"base","text":"Base","taxCategory":"standard","per":"month","price":"9.90"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"tiers","per":"month","steps":[{"upTo":"100","price":"0.2"},{"price":"0.3"}]}}]},
        {"number":2,"validFrom":"2026-01-01","charges":[
        {"kind":"fixed","code":"base","text":"Base","taxCategory":"standard","per":"month","price":"10.90"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"0.25"}}]}]}
        """;

    [Fact]
    public void A_tariff_and_itself_do_not_differ_nor_do_two_ways_to_write_a_price()
    {
        Assert.Empty(TariffComparison.Between(Read(Home), Read(Home)));
        Assert.Empty(Changes("\"0.3\"", "\"0.30\""));
    }

    [Fact]
    public void A_price_is_told_with_its_place()
    {
        var change = Assert.Single(Changes("\"price\":\"0.3\"", "\"price\":\"0.35\""));

        Assert.Equal("versions/1/charges/energy/price/steps/2/price", change.Path);
        Assert.Equal(("changed", "0.3", "0.35"), (change.Kind, change.Before, change.After));
        Assert.Equal("Version 1, charge energy, price, step 2, price goes from 0.3 to 0.35.", change.Words);
    }

    [Fact]
    public void A_member_that_comes_and_one_that_goes_are_told()
    {
        var added = Assert.Single(Changes("\"currency\":\"EUR\"", "\"currency\":\"EUR\",\"zone\":\"Europe/Berlin\""));
        var removed = Assert.Single(TariffComparison.Between(
            Read(Home.Replace("\"EUR\"", "\"EUR\",\"zone\":\"Europe/Berlin\"", StringComparison.Ordinal)), Read(Home)));

        Assert.Equal(("added", "Zone is new: Europe/Berlin."), (added.Kind, added.Words));
        Assert.Equal(("removed", "Zone is gone; it was Europe/Berlin."), (removed.Kind, removed.Words));
    }

    [Fact]
    public void A_charge_is_found_by_its_code_wherever_it_stands()
    {
        const string Base = """
            {"kind":"fixed","code":"base","text":"Base","taxCategory":"standard","per":"month","price":"9.90"},
            """;
        const string Fee = """
            {"kind":"fixed","code":"fee","text":"Metering","taxCategory":"standard","per":"year","price":"20"},
            """;
        var added = Assert.Single(Changes(Base, Fee + "\n" + Base));
        var gone = Assert.Single(Changes(Base, ""));

        Assert.Equal(("versions/1/charges/fee", "added"), (added.Path, added.Kind));
        Assert.Equal("Version 1, charge fee is new: \"Metering\".", added.Words);
        Assert.Equal(("versions/1/charges/base", "removed"), (gone.Path, gone.Kind));
    }

    [Fact]
    public void Charges_in_another_order_are_told_for_their_order_counts()
    {
        var tariff = Read(Home);
        var version = tariff.Versions[0];
        var turned = tariff with
        {
            Versions = tariff.Versions.SetItem(0, version with { Charges = [.. version.Charges.Reverse()] }),
        };

        var change = Assert.Single(TariffComparison.Between(tariff, turned));

        Assert.Equal(
            ("versions/1/charges", "base, energy", "energy, base"), (change.Path, change.Before, change.After));
    }

    [Fact]
    public void Two_versions_of_one_tariff_differ_in_what_they_charge_and_not_in_their_dates()
    {
        var tariff = Read(Home);

        var changes = TariffComparison.Between((tariff, 1), (tariff, 2));

        Assert.NotNull(changes);
        Assert.Equal(["charges/base/price", "charges/energy/price"], changes.Value.Select(change => change.Path));
        Assert.Equal("Charge base, price goes from 9.90 to 10.90.", changes.Value[0].Words);
        Assert.Null(TariffComparison.Between((tariff, 1), (tariff, 3)));
    }

    private static ImmutableArray<TariffChangeView> Changes(string old, string now)
    {
        var changed = Home.Replace(old, now, StringComparison.Ordinal);
        Assert.NotEqual(Home, changed);
        return TariffComparison.Between(Read(Home), Read(changed));
    }

    private static TariffDocument Read(string json) => TariffJson.Read(json);
}
