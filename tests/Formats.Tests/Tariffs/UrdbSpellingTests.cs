using System.Text;
using System.Text.Json.Nodes;
using BillingActors.Formats.Urdb;
using BillingActors.Grains.Interfaces.Tariffs;

namespace Formats.Tests.Tariffs;

public sealed class UrdbSpellingTests
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, string> Exported = new(StringComparer.Ordinal)
    {
        ["label"] = "_id",
        ["utility"] = "utilityName",
        ["name"] = "rateName",
        ["startdate"] = "effectiveDate",
        ["energyratestructure"] = "energyRateStrux",
        ["energyweekdayschedule"] = "energyWeekdaySched",
        ["energyweekendschedule"] = "energyWeekendSched",
        ["energytoulabels"] = "energyTOULabels",
        ["flatdemandstructure"] = "flatDemandStrux",
        ["flatdemandmonths"] = "flatDemandMonths",
        ["flatdemandunit"] = "flatDemandUnits",
        ["demandratestructure"] = "demandRateStrux",
        ["demandweekdayschedule"] = "demandWeekdaySched",
        ["demandweekendschedule"] = "demandWeekendSched",
        ["demandrateunit"] = "demandRateUnits",
        ["demandwindow"] = "demandWindow",
        ["fixedchargefirstmeter"] = "fixedChargeFirstMeter",
        ["fixedchargeunits"] = "fixedChargeUnits",
        ["mincharge"] = "minMonthlyCharge",
        ["minchargeunits"] = "minChargeUnits",
        ["dgrules"] = "dgRules",
        ["energycomments"] = "energyComments",
        ["energyattrs"] = "energyKeyVals",
        ["fueladjustmentsmonthly"] = "fuelAdjustmentsMonthly",
    };

    [Fact]
    public void The_bulk_export_and_the_service_say_the_same()
    {
        foreach (var rate in Rates())
            Assert.Equal(Written(rate), Written(Renamed(rate, Exported.GetValueOrDefault, asExport: true)));
    }

    [Fact]
    public void Snake_case_says_the_same()
    {
        var words = new[] { "energy", "demand", "flat", "weekday", "weekend", "rate", "fixed", "charge", "first",
            "min" };
        foreach (var rate in Rates())
        {
            Assert.Equal(Written(rate), Written(Renamed(
                rate, name => words.Aggregate(
                    name, (text, word) => text.Replace(word, word + "_", StringComparison.Ordinal)).Trim('_'),
                asExport: false)));
        }
    }

    [Fact]
    public void A_row_of_the_bulk_table_says_the_same()
    {
        foreach (var rate in Rates())
        {
            var cells = Cells(rate).ToList();
            var header = string.Join(',', cells.Select(cell => Quoted(cell.Name)));
            var row = string.Join(',', cells.Select(cell => Quoted(cell.Text)));
            var bytes = Encoding.UTF8.GetBytes($"{header}\r\n{row}\r\n");

            Assert.True(UrdbTable.IsTariff(bytes));
            var read = Assert.Single(UrdbTable.Read(bytes, UrdbOptions.Default));
            Assert.Empty(read.Problems);
            Assert.Equal(Written(rate), TariffJson.Write(read.Document!));
        }
    }

    private static IEnumerable<(string Name, string Text)> Cells(JsonObject rate)
    {
        foreach (var (name, value) in rate)
        {
            if (name.EndsWith("structure", StringComparison.Ordinal))
            {
                foreach (var (period, tiers) in value!.AsArray().Index())
                {
                    foreach (var (tier, members) in tiers!.AsArray().Index())
                    {
                        foreach (var (member, cell) in members!.AsObject())
                            yield return ($"{name}/period{period}/tier{tier}{member}", cell!.ToString());
                    }
                }
            }
            else if (name == "flatdemandmonths")
            {
                foreach (var (month, cell) in value!.AsArray().Index())
                    yield return ($"flatDemandMonth_{Months[month]}", $"{cell}.0");
            }
            else
            {
                yield return (name, value is JsonValue ? value.ToString() : value!.ToJsonString());
            }
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static JsonObject Renamed(JsonObject rate, Func<string, string?> spelling, bool asExport)
    {
        var renamed = new JsonObject();
        foreach (var (name, value) in rate)
        {
            var copy = value!.DeepClone();
            if (asExport && name.EndsWith("structure", StringComparison.Ordinal))
            {
                copy = new JsonArray([.. copy.AsArray()
                    .Select(tiers => (JsonNode)new JsonObject { ["energyRateTiers"] = tiers!.DeepClone() })]);
            }
            if (asExport && name is "label")
                copy = new JsonObject { ["$oid"] = copy };
            renamed[spelling(name) ?? name] = copy;
        }
        return renamed;
    }

    private static string Written(JsonObject rate)
    {
        var read = Assert.Single(UrdbTariffs.Read(Encoding.UTF8.GetBytes(rate.ToJsonString())));
        Assert.Empty(read.Problems);
        return TariffJson.Write(read.Document!);
    }

    private static IEnumerable<JsonObject> Rates() => Directory
        .EnumerateFiles(Path.Combine(ReferenceData.Repository(), "samples/tariffs/urdb"), "*.json")
        .SelectMany(file => PlainUrdb.RatesIn(File.ReadAllText(file))).Select(rate => rate.DeepClone().AsObject());
}
