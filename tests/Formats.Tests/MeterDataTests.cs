using System.Globalization;
using BillingActors.Grains.Interfaces.Metering;

namespace Formats.Tests;

public sealed class MeterDataTests
{
    private const string Header = "100,NEM12,202603050900,MDP,RET\n";
    private const string Channel = "200,NMI0000001,E1,1,E1,,M1,KWH,30,\n";
    private static readonly string Ones = string.Join(',', Enumerable.Repeat("1", 48));

    [Theory]
    [InlineData("", "1 100 file-empty")]
    [InlineData("\n\r\n,,,\n", "1 100 file-empty")]
    [InlineData("H|C|300,20260301,@,A,,,,", "3 900 end-missing")]
    [InlineData("C|300,20260301,@,A,,,,|900", "1 100 header-missing")]
    [InlineData("H|900", "2 900 no-readings")]
    [InlineData("H|H|900", "2 100 header-repeated")]
    [InlineData("C|H|900", "2 100 record-out-of-place")]
    [InlineData("100,NEM13,202603050900,MDP,RET|900", "1 VersionHeader header-version")]
    [InlineData("100,NEM12,202602300900,MDP,RET|900", "1 DateTime time-invalid")]
    [InlineData("100,NEM12|900", "1 record field-count")]
    [InlineData("H|C|300,20260301,@,A,,,,|900|C", "5 RecordIndicator record-after-end")]
    [InlineData("H|C|700,x|900", "3 RecordIndicator record-unknown")]
    [InlineData("H|300,20260301,@,A,,,,|900", "2 300 record-out-of-place")]
    [InlineData("H|C|400,1,48,A,,|900", "3 400 record-out-of-place")]
    [InlineData("H|C|500,N,,,|900", "3 500 record-out-of-place")]
    [InlineData("H|C|300,20260230,@,A,,,,|900", "3 IntervalDate date-invalid")]
    [InlineData("H|C|300,2026-03-01,@,A,,,,|900", "3 IntervalDate date-invalid")]
    [InlineData("H|C|300,20260301,@,1,A,,,,|900", "3 IntervalValue interval-count")]
    [InlineData("H|C|300,20260301,1,2,A,,,,|900", "3 IntervalValue interval-count")]
    [InlineData("H|C|300,20260301,@|900", "3 QualityMethod quality-method")]
    [InlineData("H|C|300,20260301,@,Q7,,,,|900", "3 QualityMethod quality-method")]
    [InlineData("H|C|300,20260301,@,S1x,,,,|900", "3 QualityMethod quality-method")]
    [InlineData("H|C|300,20260301,@,A,,,20260301250000,|900", "3 UpdateDateTime time-invalid")]
    [InlineData("H|C|300,20260301,@,A,,,,,surplus|900", "3 record field-count")]
    [InlineData("H|C|300,20260301,@,V,,,,|900", "3 400 quality-runs")]
    [InlineData("H|C|300,20260301,@,V,,,,|400,1,47,A,,|900", "4 EndInterval quality-runs")]
    [InlineData("H|C|300,20260301,@,V,,,,|400,2,48,A,,|900", "4 StartInterval quality-runs")]
    [InlineData("H|C|300,20260301,@,V,,,,|400,1,49,A,,|900", "4 EndInterval quality-runs")]
    [InlineData("H|C|300,20260301,@,V,,,,|400,1,20,A,,|400,20,48,A,,|900", "5 StartInterval quality-runs")]
    [InlineData("H|C|300,20260301,@,V,,,,|400,1,48,V,,|900", "4 QualityMethod quality-method")]
    [InlineData("H|C|300,20260301,@,A,,,,|400,1,48,A,,|900", "4 400 quality-runs")]
    [InlineData("H|200,NMI00000012,E1,1,E1,,M1,KWH,30,|900", "2 NMI nmi-length")]
    [InlineData("H|200,,E1,1,E1,,M1,KWH,30,|900", "2 NMI nmi-length")]
    [InlineData("H|200,NMI 000001,E1,1,E1,,M1,KWH,30,|900", "2 NMI nmi-characters")]
    [InlineData("H|200,NMI0000001,E1,1,E1x,,M1,KWH,30,|900", "2 NMISuffix field-too-long")]
    [InlineData("H|200,NMI0000001,E1,1,,,M1,KWH,30,|900", "2 NMISuffix field-missing")]
    [InlineData("H|200,NMI0000001,E1,1,E1,,M1,KWH,7,|900", "2 IntervalLength interval-length")]
    [InlineData("H|200,NMI0000001,E1,1,E1,,M1,KWH,-30,|900", "2 IntervalLength interval-length")]
    [InlineData("H|200,NMI0000001,E1,1,E1|900", "2 record field-count")]
    public async Task A_file_that_is_wrong_is_refused_with_line_field_and_rule(string text, string refusal) =>
        Assert.Equal(refusal, await Files.Refusal("nem12", Expand(text)));

    [Theory]
    [InlineData("1e5", "number-invalid")]
    [InlineData("1 000", "number-invalid")]
    [InlineData("5.", "number-invalid")]
    [InlineData("NaN", "number-invalid")]
    [InlineData("1234567890123456789", "number-invalid")]
    [InlineData("0.0000000001", "number-invalid")]
    [InlineData("-1", "value-negative")]
    [InlineData("", "value-missing")]
    public async Task A_value_that_is_no_number_is_refused(string value, string rule)
    {
        var values = $"{value},{string.Join(',', Enumerable.Repeat("1", 47))}";
        Assert.Equal(
            $"3 IntervalValue1 {rule}",
            await Files.Refusal("nem12", $"{Header}{Channel}300,20260301,{values},A,,,,\n900\n"));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\r\n", "\uFEFF")]
    [InlineData(",,,\r\n", "")]
    [InlineData("\n\n", "\n")]
    public async Task Line_ends_marks_and_trailing_commas_make_no_difference(string end, string start)
    {
        var text = Expand("H|C|300,20260301,@,A,,,,|900").TrimEnd('\n').Replace("\n", end, StringComparison.Ordinal);

        var day = Assert.Single(await Files.Read("nem12", start + text + end)).Day;

        Assert.Equal(48, day!.Values.Sum());
    }

    [Fact]
    public async Task A_day_says_everything_its_records_say()
    {
        var values = "0.5,,1.250,0," + string.Join(',', Enumerable.Repeat("2", 44));
        var text = $"{Header}{Channel}300,20260301,{values},V,,,20260302061500,\n"
            + "400,1,1,F14,76,\n400,2,2,N,,\n400,3,48,A,,\n900\n";

        var day = Assert.Single(await Files.Read("nem12", text)).Day!;

        Assert.Equal(("NMI0000001", "E1", "M1", "kWh", "import"), (
            day.ServicePointId, day.Channel, day.MeterSerial, day.Unit, day.Direction));
        Assert.Equal((new DateOnly(2026, 3, 1), 30, 600, 2, 3), (
            day.Day, day.IntervalMinutes, day.OffsetMinutes, day.Scale, day.Line));
        Assert.Equal([50, 0, 125, 0, 200], day.Values[..5]);
        Assert.Equal(
            [new(1, 1, "final-substituted", "14", "76"), new(2, 2, "missing"), new QualityRun(3, 48, "actual")],
            day.Quality);
        Assert.Equal(new(2026, 3, 2, 6, 15, 0, TimeSpan.FromHours(10)), day.UpdatedAt);
    }

    [Theory]
    [InlineData("E1", "import")]
    [InlineData("B1", "export")]
    [InlineData("Q1", "import")]
    [InlineData("K1", "export")]
    public async Task The_suffix_tells_the_direction(string suffix, string direction)
    {
        var text = Expand($"H|200,NMI0000001,E1,1,{suffix},,M1,kvarh,30,|300,20260301,@,A,,,,|900");

        var day = Assert.Single(await Files.Read("nem12", text)).Day!;

        Assert.Equal((direction, "kVArh"), (day.Direction, day.Unit));
    }

    [Fact]
    public async Task A_correction_and_a_second_meter_are_kept_beside_the_first()
    {
        var text = Expand("H|C|300,20260301,@,A,,,20260302000000,|300,20260301,@,A,,,20260305000000,"
            + "|200,NMI0000001,E1,1,E1,,M2,KWH,30,|300,20260301,@,A,,,,|900");

        var days = (await Files.Read("nem12", text)).Select(item => $"{item.Day!.MeterSerial} {item.Day.UpdatedAt:dd}");

        Assert.Equal("M1 02, M1 05, M2 ", string.Join(", ", days));
    }

    [Theory]
    [InlineData("G1", "", "3 UOM unit-missing")]
    [InlineData("E1", "furlong", "3 UOM unit-unknown")]
    [InlineData("V1", "V", "3 NMISuffix suffix-without-direction")]
    public async Task A_channel_that_cannot_be_billed_is_rejected_and_the_rest_is_read(
        string suffix, string unit, string problem)
    {
        var channel = $"200,NMI0000001,E1,1,{suffix},,M1,{unit},30,";
        var text = Expand($"H|{channel}|300,20260301,@,A,,,,|C|300,20260301,@,A,,,,|900");

        var items = await Files.Read("nem12", text);

        Assert.Equal(problem, Files.Short(items[0]));
        Assert.StartsWith("300,20260301,1,1", items[0].Raw, StringComparison.Ordinal);
        Assert.NotNull(items[1].Day);
    }

    [Theory]
    [InlineData("500,X,,,", "4 TransCode transaction-code")]
    [InlineData("500,N,,20260299000000,", "4 ReadDateTime time-invalid")]
    public async Task A_bad_service_order_is_rejected_and_its_day_stands(string order, string problem)
    {
        var items = await Files.Read("nem12", Expand($"H|C|300,20260301,@,A,,,,|{order}|900"));

        Assert.NotNull(items[0].Day);
        Assert.Equal(problem, Files.Short(items[1]));
    }

    [Fact]
    public async Task Culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            var values = string.Join(',', Enumerable.Repeat("0.5", 48));
            var items = await Files.Read("nem12", $"{Header}{Channel}300,20260301,{values},A,,,,\n900\n");
            Assert.Equal(48 * 5, Assert.Single(items).Day!.Values.Sum());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Expand(string text) =>
        string.Join('\n', text.Split('|').Select(line => line switch
        {
            "H" => Header.TrimEnd(),
            "C" => Channel.TrimEnd(),
            _ => line.Replace("@", Ones, StringComparison.Ordinal),
        })) + (text.Contains('|', StringComparison.Ordinal) ? "\n" : "");
}
