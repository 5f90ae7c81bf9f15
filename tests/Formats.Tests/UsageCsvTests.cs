using System.Text;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;

namespace Formats.Tests;

public sealed class UsageCsvTests
{
    private const string Header = "service_point,channel,unit,direction,start,minutes,quantity,quality\n";
    private const string Good = "P1,E1,kwh,import,2026-03-01T00:00:00+10:00,720,1.5,actual\n";

    private const string Other = "P2,E1,kWh,import,2026-03-01T00:00:00Z,720,1,actual\n";
    private const string Shifted = "P1,E1,kWh,import,2026-03-01T12:00:00+11:00,720,1,actual\n";

    [Fact]
    public async Task Rows_of_a_day_become_one_day_and_absent_ones_are_missing()
    {
        var items = await Files.Read("usage-csv", Header + Good
            + "P1,E1,kwh,import,2026-03-02T12:00:00+10:00,720,2,estimated\n"
            + "P1,B1,kWh,export,2026-03-02T00:00:00+10:00,720,,missing\n");

        Assert.Equal(3, items.Length);
        var (first, second, third) = (items[0].Day!, items[1].Day!, items[2].Day!);
        Assert.Equal(("P1", "E1", null, "kWh", "import"), (
            first.ServicePointId, first.Channel, first.MeterSerial, first.Unit, first.Direction));
        Assert.Equal((new DateOnly(2026, 3, 1), 720, 600, 1, 2), (
            first.Day, first.IntervalMinutes, first.OffsetMinutes, first.Scale, first.Line));
        Assert.Equal([15, 0], first.Values);
        Assert.Equal([new(1, 1, "actual"), new QualityRun(2, 2, "missing")], first.Quality);
        Assert.Equal([new(1, 1, "missing"), new QualityRun(2, 2, "estimated")], second.Quality);
        Assert.Equal("export 4", $"{third.Direction} {third.Line}");
    }

    [Theory]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00+10:00,720,\"1,5\",actual", "quantity number-invalid")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00+10:00,720,1,5,actual", "record field-count")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00+10:00,720,-1,actual", "quantity value-negative")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00+10:00,720,,actual", "quantity number-invalid")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00+10:00,720,1,missing", "quantity value-unexpected")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00+10:00,720,1,good", "quality word-unknown")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00,720,1,actual", "start time-invalid")]
    [InlineData("P1,E1,kWh,import,2026-02-30T12:00:00Z,720,1,actual", "start time-invalid")]
    [InlineData("P1,E1,kWh,import,01/03/2026,720,1,actual", "start time-invalid")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:30Z,720,1,actual", "start time-invalid")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:10:00+10:00,720,1,actual", "start interval-not-aligned")]
    [InlineData("P1,E1,kWh,import,2026-03-01T12:00:00+10:00,7,1,actual", "minutes interval-length")]
    [InlineData("P1,E1,ell,import,2026-03-01T12:00:00+10:00,720,1,actual", "unit unit-unknown")]
    [InlineData("P1,E1,kWh,inward,2026-03-01T12:00:00+10:00,720,1,actual", "direction word-unknown")]
    [InlineData(",E1,kWh,import,2026-03-01T12:00:00+10:00,720,1,actual", "service_point field-missing")]
    [InlineData("P/1,E1,kWh,import,2026-03-01T12:00:00+10:00,720,1,actual", "service_point id-characters")]
    [InlineData("P1,E1,kWh,import,2026-03-01T00:00:00+10:00,720,1,actual", "start interval-twice")]
    public async Task A_bad_row_is_rejected_with_its_line_and_the_day_goes_on(string row, string problem)
    {
        var items = await Files.Read("usage-csv", Header + Good + row + "\n");

        Assert.Equal(2, items.Length);
        Assert.Equal($"3 {problem}", Files.Short(items[0]));
        Assert.Equal(row, items[0].Raw);
        Assert.Equal(15, items[1].Day!.Values.Sum());
    }

    [Theory]
    [InlineData("", "1 header file-empty")]
    [InlineData("service_point,channel\n", "1 unit header-column-missing")]
    [InlineData("service_point,channel,unit,direction,start,minutes,colour\n", "1 colour header-column-unknown")]
    [InlineData("unit,unit,service_point,channel,start,minutes\n", "1 unit header-column-repeated")]
    [InlineData(Header, "1 record no-readings")]
    [InlineData(Header + Good + "P1,\"E1\n", "3 line csv-malformed")]
    [InlineData(Header + Good + Other + Good, "4 start day-not-consecutive")]
    [InlineData(Header + Good + Shifted, "3 start day-not-consecutive")]
    public async Task A_file_that_is_wrong_as_a_whole_is_refused(string text, string refusal) =>
        Assert.Equal(refusal, await Files.Refusal("usage-csv", text));

    [Fact]
    public async Task Text_that_is_not_utf_8_is_refused()
    {
        var bytes = Encoding.Latin1.GetBytes(Header + "P\u00e9,E1\n");

        var refused = await Assert.ThrowsAsync<FileRefusedException>(
            () => Files.Read("usage-csv", new MemoryStream(bytes)));

        Assert.Equal("file not-utf-8", $"{refused.Problems[0].Field} {refused.Problems[0].Rule}");
    }

    [Fact]
    public async Task Register_reads_have_their_own_header_in_any_order()
    {
        var items = await Files.Read("usage-csv",
            "kind,service_point,register,meter,unit,direction,read_on,value,quality\n"
            + "final,P1,1,M1,KWH,import,2026-03-01,0120.50,actual\n\n"
            + "\"final\",P1,1,M1,KWH,import,2026-03-32,1,actual\n"
            + "final,P1,1,,KWH,import,2026-03-02,,missing\n");

        var read = items[0].Read!;
        Assert.Equal(("P1", "1", "M1", "kWh", "import", "final"), (
            read.ServicePointId, read.Register, read.MeterSerial, read.Unit, read.Direction, read.Kind));
        Assert.Equal((new DateOnly(2026, 3, 1), 1205L, 1, "actual", 2), (
            read.On, read.Value, read.Scale, read.Quality, read.Line));
        Assert.Equal("4 read_on date-invalid", Files.Short(items[1]));
        Assert.Equal(("", 0L, "missing"), (items[2].Read!.MeterSerial, items[2].Read!.Value, items[2].Read!.Quality));
    }
}
