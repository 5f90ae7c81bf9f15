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
    [InlineData("\"percent\":\"19\"", "\"percent\":19")]
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
        var fault = Record.Exception(() => TariffJson.Read(broken));
        Assert.True(fault is JsonException or NotSupportedException, broken);
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
