using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Prices of an hour of four machines that the tests of CloudKitty expect, which rates clouds of OpenStack
/// (github.com/openstack/cloudkitty at 4595e098, cloudkitty/tests/test_hashmap.py, read on 27 November 2026). What is
/// a rate there multiplies the prices of its group; here each product is a row.
/// </summary>
public sealed class CloudKittyRateTests : IDisposable
{
    private const string Header = "id,time,name,quantity,flavor,image,memory,vcpus";

    // One nano, two tiny, two extra large, one nano of another image.
    private static readonly string[] Machines =
        ["1,nano,f560,64,1", "2,tiny,a41f,512,1", "2,xlarge,0052,16384,8", "1,nano,a41f,64,1"];

    private readonly PublishedRate _rate = new();

    // test_process_services: 1.337 of a group and 1.42 of none.
    [Fact]
    public async Task Prices_of_a_service() => Assert.Equal(
        [2.757m, 5.514m, 5.514m, 2.757m],
        await Prices(Flat("group", "1.337"), Flat("other", "1.42")));

    // test_process_fields: a nano costs 1.337, a tenth more with one image; a tiny costs 1.42.
    [Fact]
    public async Task Prices_of_properties() => Assert.Equal(
        [1.337m, 2.84m, 0m, 1.4707m],
        await Prices(
            Matrix("group", "flavor image", "nano a41f:1.4707", "nano *:1.337"),
            Matrix("other", "flavor", "tiny:1.42")));

    // test_process_service_threshold: from one machine on 0.1 for all, from two on 0.15.
    [Fact]
    public async Task Thresholds_of_a_quantity() => Assert.Equal(
        [0.1m, 0.15m, 0.15m, 0.1m],
        await Prices(Events("size", """
            { "kind": "stairstep", "limit": "exclusive",
              "steps": [{ "upTo": 1, "price": 0 }, { "upTo": 2, "price": 0.1 }, { "price": 0.15 }] }
            """)));

    // test_process_field_threshold: memory from 64 on costs 0.1337, from 128 on 0.2.
    [Fact]
    public async Task Thresholds_of_a_property() => Assert.Equal(
        [0.1337m, 0.4m, 0.4m, 0.1337m],
        await Prices(Events("memory", """
            { "kind": "matrix", "dimensions": ["memory"], "rows": [
                { "values": ["*"], "ranges": [{ "dimension": "memory", "from": 128 }],
                  "price": { "kind": "flat", "price": 0.2 } },
                { "values": ["*"], "ranges": [{ "dimension": "memory", "from": 64 }],
                  "price": { "kind": "flat", "price": 0.1337 } }],
              "otherwise": { "kind": "flat", "price": 0 } }
            """)));

    // test_process_rating: a service at 1, flavor and memory of a group that an image makes a tenth dearer, eight
    // processors at 16.
    [Fact]
    public async Task Groups_are_added_up() => Assert.Equal(
        [2.487m, 5.564m, 34.4m, 2.6357m],
        await Prices(
            Flat("service", "1.00"),
            Matrix("flavor", "flavor image", "nano a41f:1.4707", "nano *:1.337", "tiny a41f:1.562"),
            Matrix("memory", "memory image", "64 a41f:0.165", "64 *:0.15", "512 a41f:0.22", "16384 *:0.2"),
            Matrix("vcpus", "vcpus", "8:16.0")));

    public void Dispose() => _rate.Dispose();

    private async Task<decimal[]> Prices(params string[] charges)
    {
        var tariff = _rate.Tariff(string.Join(", ", charges));
        var prices = new decimal[Machines.Length];
        for (var i = 0; i < Machines.Length; i++)
        {
            var at = Machines[i].IndexOf(',', StringComparison.Ordinal);
            var usage = _rate.File(
                "machine.csv",
                $"{Header}\n1,2014-10-01T00:00:00Z,use,{Machines[i][..at]},{Machines[i][(at + 1)..]}\n");
            prices[i] = Exact(await Bills(
                "--tariff", tariff, "--usage", usage, "--from", "2014-10-01", "--to", "2014-11-01"));
        }
        return prices;
    }

    private static string Flat(string code, string price) =>
        Events(code, $$"""{ "kind": "flat", "price": {{price}} }""");

    private static string Matrix(string code, string properties, params string[] rows)
    {
        static string Quoted(string words) => "\"" + words.Replace(" ", "\", \"", StringComparison.Ordinal) + "\"";
        var each = string.Join(", ", rows.Select(static row => $$"""
            { "values": [{{Quoted(row.Split(':')[0])}}], "price": { "kind": "flat", "price": {{row.Split(':')[1]}} } }
            """));
        return Events(code, $$"""
            { "kind": "matrix", "dimensions": [{{Quoted(properties)}}], "rows": [{{each}}],
              "otherwise": { "kind": "flat", "price": 0 } }
            """);
    }

    private static string Events(string code, string price) => Charge("events", code, $$"""
        "unit": "machine", "aggregation": "sum", "event": "use", "price": {{price}}
        """);
}
