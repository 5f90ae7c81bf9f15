using System.Text;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Json;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;
using BillingActors.Grains.Interfaces.Tax;

namespace BillingActors.Gateway.Tests.Tariffs;

/// <summary>A null where a list has its entries is refused with its place, before anything looks at it.</summary>
public sealed class JsonGapsTests
{
    private const string NoCharge = """
        {"id":"t","name":"t","currency":"USD","versions":[{"number":1,"validFrom":"2020-01-01","charges":[null]}]}
        """;

    [Theory]
    [InlineData("""[1, null]""", "$[1]")]
    [InlineData("""{"a": [{"b": 1}, null]}""", "$.a[1]")]
    [InlineData("""{"z": {"y": [1]}, "a": [[1], [2, {"c": null, "d": [null]}]]}""", "$.a[1][1].d[0]")]
    public void The_first_gap_is_named_with_its_path(string json, string path)
    {
        var fault = Assert.Throws<JsonException>(() => JsonGaps.Refuse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal((path, "A list has no empty entries."), (fault.Path, fault.Message));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"a": null, "b": [], "c": [{"d": null}, [], {}], "e": null}""")]
    public void Nothing_else_is_a_gap(string json) => JsonGaps.Refuse(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("""{"id":"t","name":"t","currency":"USD","versions":[null]}""")]
    [InlineData(NoCharge)]
    public void A_tariff_has_none(string json)
    {
        var fault = Assert.Throws<JsonException>(() => TariffJson.Read(json));
        Assert.EndsWith("[0]", fault.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_has_a_life_or_the_tax_of_a_customer()
    {
        Assert.Throws<JsonException>(() => SubscriptionLifeJson.Read("""{"start":"2025-01-01","actions":[null]}"""u8));
        Assert.Throws<JsonException>(() => TaxJson.ReadProfile("""{"places":[null]}"""u8));
    }
}
