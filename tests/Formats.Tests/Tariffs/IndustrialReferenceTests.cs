using System.Globalization;
using System.Text.Json.Nodes;
using BillingActors.Formats.ChargeRows;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb;
using BillingActors.Grains.Interfaces.Tariffs;

namespace Formats.Tests.Tariffs;

[Trait("Group", "ReferenceData")]
public sealed class IndustrialReferenceTests
{
    private static readonly LoadYear Load = LoadYear.Made(400_000, minutes: 30);

    [Theory]
    [InlineData("row_539f6a0aec4f024411ec8af3.csv")]
    [InlineData("row_539f6b35ec4f024411ec9a0f.csv")]
    [InlineData("row_539f6ba0ec4f024411ec9f97.csv")]
    public void A_row_of_the_bulk_table_is_rated_as_its_columns_say(string file)
    {
        var options = new UrdbOptions { KeepDates = false, DemandWindowMinutes = 30 };
        var tariff = Assert.Single(UrdbTable.Read(Bytes(file), options));

        Assert.Equal(new PlainUrdb(Unfolded(file), Load).Bills(), EngineBills.Of(tariff.Document!, Load));
    }

    [Fact]
    public void Blocks_per_kilowatt_of_a_row_become_hours_of_use()
    {
        var tariff = Assert.Single(UrdbTable.Read(Bytes("row_539f6b35ec4f024411ec9a0f.csv"), UrdbOptions.Default));

        var energy = tariff.Document!.Versions[0].Charges.OfType<ChargeDocument.Usage>().Single();
        var blocks = Assert.IsType<PriceDocument.HoursUse>(energy.Price);
        Assert.Equal([150m, 250m, 300m, null], blocks.Steps.Select(step => step.UpTo));
        Assert.Equal([0.1216m, 0.1029m, 0.0883m, 0.0803m], blocks.Steps.Select(step => step.Price));
    }

    [Theory]
    [InlineData("eeco_billing_pge.csv", "electric gas")]
    [InlineData("eeco_tariff.csv", "electric")]
    public void Rows_per_charge_are_rated_as_they_say(string file, string utilities)
    {
        var options = new ChargeRowOptions { DemandWindowMinutes = 30 };
        Assert.True(ChargeRowFile.IsTariff(Bytes(file)));
        var tariffs = ChargeRowFile.Read(Bytes(file), "industrial", options);

        Assert.Equal(
            utilities.Split(' ').Select(utility => $"industrial: {utility}"), tariffs.Select(tariff => tariff.Name));
        Assert.All(tariffs, tariff => Assert.Empty(tariff.Problems));
        var plain = new PlainChargeRows(Path(file), Load).Bills(withExport: true);
        Assert.Equal(plain, EngineBills.Of(tariffs[0].Document!, Load, withExport: true));
    }

    [Fact]
    public void Gas_is_free_up_to_its_limit()
    {
        var gas = ChargeRowFile.Read(Bytes("eeco_billing_pge.csv"), "industrial", ChargeRowOptions.Default)[1];

        var charge = Assert.IsType<ChargeDocument.Usage>(Assert.Single(gas.Document!.Versions[0].Charges));
        Assert.Equal(
            [new TierDocument(0m, 5000m), new TierDocument(0.591m)],
            Assert.IsType<PriceDocument.Tiers>(charge.Price).Steps);
        Assert.Equal("therm", charge.Unit);
    }

    // The columns of a row as the arrays they stand for.
    private static JsonObject Unfolded(string file)
    {
        var cells = TextTable.Read(Bytes(file)).Single().Cells;
        var rate = new JsonObject();
        foreach (var (name, cell) in cells.Where(cell => !cell.Key.Contains('/', StringComparison.Ordinal)))
            rate[name] = cell.StartsWith('[') ? JsonNode.Parse(cell) : JsonValue.Create(cell);
        foreach (var group in cells.Where(cell => cell.Key.Contains('/', StringComparison.Ordinal))
            .GroupBy(cell => cell.Key.Split('/')[0]))
        {
            var periods = new JsonArray();
            foreach (var period in group.GroupBy(cell => cell.Key.Split('/')[1])
                .OrderBy(period => period.Key, StringComparer.Ordinal))
            {
                var tiers = new JsonArray();
                foreach (var tier in period.GroupBy(cell => cell.Key.Split('/')[2][..5])
                    .OrderBy(tier => tier.Key, StringComparer.Ordinal))
                    tiers.Add(new JsonObject(tier.Select(
                        cell => KeyValuePair.Create<string, JsonNode?>(cell.Key.Split('/')[2][5..], cell.Value))));
                periods.Add(tiers);
            }
            rate[group.Key] = periods;
        }
        string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        if (cells.ContainsKey("flatDemandMonth_jan"))
            rate["flatdemandmonths"] = new JsonArray([.. months.Select(
                month => (JsonNode)decimal.Parse(cells[$"flatDemandMonth_{month}"], CultureInfo.InvariantCulture))]);
        return rate;
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path(file));

    private static string Path(string file) => System.IO.Path.Combine(ReferenceData.Folder("we3lab-industrial"), file);
}
