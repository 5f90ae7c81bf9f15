using System.Text;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb;
using BillingActors.Grains.Interfaces.Tariffs;

namespace Formats.Tests.Tariffs;

/// <summary>Demand at the peak of the system, whose hours the contract names.</summary>
public sealed class UrdbCoincidentTests
{
    private static readonly string Afternoons = Month("1", 14);
    private static readonly string Nights = Month("0", 0);
    private static readonly UrdbOptions Given = UrdbOptions.Default with { WithPeakEvents = true };

    [Fact]
    public void The_months_of_a_period_are_a_charge_for_the_hours_that_are_given()
    {
        // Summer afternoons at 9.50, all of winter at nothing, as the schedule by month and hour says.
        var schedule = string.Join(',', Enumerable.Range(1, 12).Select(month => month is >= 6 and <= 9
            ? Afternoons
            : Nights));
        var read = Read($$"""
            {"coincidentratestructure":[[{"rate":0}],[{"rate":9.5}]],"coincidentrateunit":"kW",
             "coincidentrateschedule":[{{schedule}}],"demandwindow":60}
            """, Given);

        var version = read.Document!.Versions[0];
        var charge = Assert.IsType<ChargeDocument.Demand>(Assert.Single(version.Charges));
        Assert.Equal(
            ("coincident-demand", "coincident", "system-peaks", "kW", 60),
            (charge.Code, charge.Basis, charge.Events, charge.Unit, charge.WindowMinutes));
        Assert.Equal([6, 7, 8, 9], charge.Months!.Value);
        Assert.Equal(new PriceDocument.Flat(9.5m), charge.Price);
        Assert.Equal("system-peaks", Assert.Single(version.Events!.Value).Id);
        Assert.Contains(read.Notes, static note => note.Contains("peaks of the system", StringComparison.Ordinal));
        Assert.Empty(BillingActors.Grains.Mapping.TariffMapping.ToDomain(read.Document).Problems);
    }

    [Fact]
    public void Periods_of_different_months_are_charges_of_their_own()
    {
        var schedule = string.Join(',', Enumerable.Range(1, 12).Select(
            static month => Month(month < 7 ? "0" : "1", 0)));

        var charges = Read($$"""
            {"coincidentratestructure":[[{"rate":4}],[{"rate":7}]],"coincidentrateschedule":[{{schedule}}]}
            """, Given).Document!.Versions[0].Charges;

        Assert.Equal(
            ["coincident-demand-0", "coincident-demand-1"], charges.Select(static charge => charge.Code));
    }

    [Theory]
    // The hour decides the price, and a demand of each day.
    [InlineData("""[[{"rate":4}],[{"rate":7}]]""", "kW", "coincidentrateschedule", "coincident-demand")]
    [InlineData("""[[{"rate":0}],[{"rate":7}]]""", "kW daily", "coincidentrateunit", "unit-unknown")]
    public void What_the_hours_do_not_tell_is_refused(string structure, string unit, string path, string rule)
    {
        var schedule = string.Join(',', Enumerable.Repeat(Afternoons, 12));
        var problem = Read($$"""
            {"coincidentratestructure":{{structure}},"coincidentrateunit":"{{unit}}",
             "coincidentrateschedule":[{{schedule}}]}
            """, Given).Problems[0];

        Assert.Equal((path, rule), (problem.Path, problem.Rule));
    }

    private static string Month(string period, int from) =>
        $"[{string.Join(',', Enumerable.Range(0, 24).Select(hour => hour >= from ? period : "0"))}]";

    private static ImportedTariff Read(string json, UrdbOptions options) =>
        Assert.Single(UrdbTariffs.Read(Encoding.UTF8.GetBytes(json), options));
}
