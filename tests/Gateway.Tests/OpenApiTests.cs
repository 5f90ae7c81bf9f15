using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingActors.Gateway.Tests;

public sealed class OpenApiTests
{
    private const string Name = "api.json";
    private const string Path = """{"/a":{"get":{"responses":{"200":{}}}}}""";
    private const string A = """{"A":{"properties":{"b":{"type":"string"}}}}""";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_committed_document_is_what_the_code_serves_and_takes_nothing_away()
    {
        var now = await Document();
        var committed = Reference.Committed(Name);
        if (committed is not null)
            Assert.Empty(ContractDiff.Breaks(JsonNode.Parse(committed)!, JsonNode.Parse(now)!));
        Reference.Match(Name, now);
    }

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_every_operation_is_told()
    {
        var document = JsonNode.Parse(await Document())!;
        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
            {
                Assert.True(operation!["summary"] is not null, $"{method} {path} has no summary");
                Assert.NotEmpty(operation["tags"]!.AsArray());
                Assert.NotNull(operation["responses"]!["401"]);
                var parameters = operation["parameters"]?.ToJsonString() ?? "";
                Assert.Equal(method is not "get", parameters.Contains("Idempotency-Key", StringComparison.Ordinal));
            }
    }

    [Fact]
    public async Task Money_is_an_integer_and_a_decimal_is_a_string()
    {
        var schemas = JsonNode.Parse(await Document())!["components"]!["schemas"]!;
        Assert.Equal("\"integer\"", schemas["AddCharge"]!["properties"]!["amountMinor"]!["type"]!.ToJsonString());
        Assert.Equal("\"string\"", schemas["InvoiceLineView"]!["properties"]!["quantity"]!["type"]!.ToJsonString());
        Assert.Equal("false", schemas["AddCharge"]!["additionalProperties"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", A, "get /a is gone")]
    [InlineData(Path, "{}", "A is gone")]
    [InlineData("""{"/a":{"get":{"responses":{}}}}""", A, "get /a lost 200")]
    [InlineData(Path, """{"A":{"properties":{}}}""", "A lost b")]
    [InlineData(Path, """{"A":{"properties":{"b":{"type":"integer"}}}}""", "A.b changed its type")]
    [InlineData(Path, """{"A":{"required":["b"],"properties":{"b":{"type":"string"}}}}""", "A demands b")]
    [InlineData(
        """{"/a":{"get":{"parameters":[{"in":"query","name":"q","required":true}],"responses":{"200":{}}}}}""", A,
        "get /a demands query q")]
    public void What_is_taken_away_is_found(string paths, string schemas, string expected)
    {
        var (before, after) = (Small(Path, A), Small(paths, schemas));
        Assert.Contains(expected, ContractDiff.Breaks(before, after));
        Assert.Empty(ContractDiff.Breaks(before, before));
    }

    private static JsonNode Small(string paths, string schemas) =>
        JsonNode.Parse($$$"""{"paths":{{{paths}}},"components":{"schemas":{{{schemas}}}}}""")!;

    private static async Task<string> Document()
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.Anonymous().Send("GET", "/openapi/v1.json");
        var text = await response.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.ToJsonString(Indented) + "\n";
    }
}
