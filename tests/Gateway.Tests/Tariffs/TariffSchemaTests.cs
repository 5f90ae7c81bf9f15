using System.Text.Json;
using System.Text.Json.Nodes;
using BillingActors.Grains.Interfaces.Tariffs;
using Json.Schema;

namespace BillingActors.Gateway.Tests.Tariffs;

/// <summary>The published schema of the tariff document, proven by a validator that is not ours.</summary>
public sealed class TariffSchemaTests
{
    private const string Name = "tariff.schema.json";

    private const string Sound = """
        {"id":"t","name":"T","currency":"EUR","versions":[{"number":1,"validFrom":"2025-01-01","charges":[
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"tiers","per":"month","steps":[{"upTo":"100","price":"0.2"},{"price":"0.3"}]}}],
        "taxes":[{"code":"VAT","text":"VAT","percent":"19","categories":["standard"]}]}]}
        """;

    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(Reference.Committed(Name)!));

    public static TheoryData<string> Samples =>
    [
        .. Directory.GetFiles(Folder(), "*.json")
            .Select(Path.GetFileName)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_committed_schema_is_what_the_records_say() => Reference.Match(Name, TariffSchema.Write());

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_keeps_the_schema_as_it_is_and_as_it_is_written(string sample)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), sample));

        Assert.True(IsValid(text), sample);
        Assert.True(IsValid(TariffJson.Write(TariffJson.Read(text))), sample);
    }

    [Theory]
    [InlineData("\"id\":\"t\"", "\"ident\":\"t\"")]
    [InlineData("\"name\":\"T\",", "")]
    [InlineData("\"name\":\"T\"", "\"name\":null")]
    [InlineData("\"number\":1", "\"number\":\"1\"")]
    [InlineData("\"number\":1", "\"number\":1.5")]
    [InlineData("\"validFrom\":\"2025-01-01\"", "\"validFrom\":\"1 January\"")]
    [InlineData("\"kind\":\"usage\",", "")]
    [InlineData("\"kind\":\"usage\"", "\"kind\":\"usages\"")]
    [InlineData("\"kind\":\"usage\"", "\"kind\":\"fixed\"")]
    [InlineData("\"percent\":\"19\"", "\"percent\":true")]
    [InlineData("\"price\":\"0.3\"", "\"price\":\"0,3\"")]
    [InlineData("\"price\":\"0.3\"", "\"price\":\"1e3\"")]
    [InlineData("\"unit\":\"kWh\"", "\"unit\":\"kWh\",\"discount\":\"1\"")]
    [InlineData("\"categories\":[\"standard\"]", "\"categories\":\"standard\"")]
    public void A_document_that_is_not_built_like_a_tariff_fails_schema_and_reader_alike(string right, string wrong)
    {
        var broken = Sound.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(Sound, broken);
        Assert.True(IsValid(Sound));
        Assert.False(IsValid(broken), broken);
        Assert.Throws<JsonException>(() => TariffJson.Read(broken));
    }

    [Theory]
    [InlineData("19", "19")]
    [InlineData("0.1", "0.1")]
    [InlineData("-0.30", "-0.30")]
    [InlineData("1.0000000000000000000000000001", "1.0000000000000000000000000001")]
    [InlineData("2.5e-3", "0.0025")]
    [InlineData("1E2", "100")]
    public void A_decimal_may_be_a_number_and_is_read_digit_by_digit(string number, string digits)
    {
        var document = Sound.Replace("\"price\":\"0.2\"", $"\"price\":{number}", StringComparison.Ordinal);

        Assert.True(IsValid(document));
        var written = TariffJson.Write(TariffJson.Read(document));
        Assert.Contains($"\"price\": \"{digits}\"", written, StringComparison.Ordinal);
    }

    // A decimal holds none of them; a rounded one would not be what was written.
    [Theory]
    [InlineData("0.10000000000000000000000000000001")]
    [InlineData("1e-29")]
    [InlineData("1e29")]
    [InlineData("1e99999999999")]
    public void A_number_that_a_decimal_does_not_hold_is_refused(string number)
    {
        var document = Sound.Replace("\"price\":\"0.2\"", $"\"price\":{number}", StringComparison.Ordinal);

        var error = Assert.Throws<JsonException>(() => TariffJson.Read(document));
        Assert.Contains("is no decimal", error.Message, StringComparison.Ordinal);
        Assert.Contains("steps[0].price", error.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\":\"usage\",", "", "$.versions[0].charges[0]")]
    [InlineData("\"kind\":\"tiers\",", "", "$.versions[0].charges[0].price")]
    public void A_charge_or_price_without_a_kind_is_told_with_its_place(string right, string wrong, string path)
    {
        var broken = Sound.Replace(right, wrong, StringComparison.Ordinal);

        var error = Assert.Throws<JsonException>(() => TariffJson.Read(broken));
        Assert.Equal(path, error.Path);
        Assert.StartsWith("A charge and a price name their kind", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.LineNumber);
    }

    [Fact]
    public void A_setting_may_be_a_number()
    {
        var document = Sound.Replace("\"name\":", "\"settings\":{\"trial-days\":3,\"demand-step\":0.1},\"name\":",
            StringComparison.Ordinal);

        Assert.True(IsValid(document));
        Assert.Equal(["0.1", "3"], TariffJson.Read(document).Settings!.Values);
    }

    [Theory]
    [InlineData("\"direction\":\"import\"", "\"direction\":\"in\"", "versions/0/charges/0/direction")]
    [InlineData("\"per\":\"month\"", "\"per\":\"fortnight\"", "versions/0/charges/0/price/per")]
    public void A_word_that_is_none_fails_schema_and_mapping_alike(string right, string wrong, string path)
    {
        var broken = Sound.Replace(right, wrong, StringComparison.Ordinal);

        Assert.False(IsValid(broken));
        var problems = BillingActors.Grains.Mapping.TariffMapping.ToDomain(TariffJson.Read(broken)).Problems;
        Assert.Equal((path, "unknown-word"), (Assert.Single(problems).Path, problems[0].Rule));
    }

    [Fact]
    public void Every_member_of_every_object_is_described()
    {
        var schema = JsonNode.Parse(Reference.Committed(Name)!)!;
        JsonNode[] objects = [schema, .. schema["$defs"]!.AsObject().Select(defined => defined.Value!)];

        Assert.All(objects, described => Assert.NotEmpty(described["description"]!.GetValue<string>()));
        Assert.All(
            objects.SelectMany(described => described["properties"]?.AsObject() ?? []),
            member => Assert.NotEmpty(member.Value!["description"]!.GetValue<string>()));
    }

    private static bool IsValid(string document) =>
        Schema.Value.Evaluate(JsonSerializer.Deserialize<JsonElement>(document)).IsValid;

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository was not found.");
        return Path.Combine(folder.FullName, "samples", "tariffs");
    }
}
