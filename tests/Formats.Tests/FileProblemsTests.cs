using BillingActors.Grains.Interfaces.Imports;

namespace Formats.Tests;

public sealed class FileProblemsTests
{
    private const string Header = "100,NEM12,202603050900,MDP,RET\n";
    private const string Channel = "200,NMI0000001,E1,1,E1,,M1,KWH,30,\n";
    private const string Interval = "service_point,channel,unit,direction,start,minutes,quantity,quality\n";
    private static readonly string Ones = string.Join(',', Enumerable.Repeat("1", 48));

    [Fact]
    public async Task Every_wrong_record_of_a_file_is_named()
    {
        var text = $"{Header}{Channel}{Day("20260230")}{Day("20260301")}300,20260302,1,2,A,,,,\n"
            + $"200,NMI0000001,E1,1,E1,,M1,KWH,7,\n{Channel}{Day("20260303")}700,x\n900\n";

        Assert.Equal(
            "3 IntervalDate date-invalid; 5 IntervalValue interval-count; 6 IntervalLength interval-length; "
            + "9 RecordIndicator record-unknown",
            await Problems("nem12", text));
    }

    [Fact]
    public async Task What_hangs_on_a_wrong_record_is_not_told_again()
    {
        var text = $"{Header}200,NMI0000001,E1,1,E1,,M1,KWH,7,\n{Day("20260301", "V")}400,1,48,A,,\n500,N,,,\n"
            + $"{Channel}{Day("20260302", "V")}400,2,48,A,,\n400,3,48,A,,\n"
            + $"{Day("20260303", "V")}900\n{Channel}{Channel}";

        Assert.Equal(
            "2 IntervalLength interval-length; 8 StartInterval quality-runs; 10 400 quality-runs; "
            + "12 RecordIndicator record-after-end",
            await Problems("nem12", text));
    }

    [Fact]
    public async Task A_fault_that_cannot_be_read_past_comes_last()
    {
        var text = $"{Header}{Channel}{Day("20260230")}{new string('x', 70_000)}\n900\n";

        Assert.Equal("3 IntervalDate date-invalid; 4 line line-too-long", await Problems("nem12", text));
    }

    [Fact]
    public async Task A_file_of_another_format_is_one_problem() => Assert.Equal(
        "1 VersionHeader header-version", await Problems("nem13", $"{Header}{Channel}{Day("20260301")}900\n"));

    [Fact]
    public async Task Wrong_reads_are_named_without_their_reasons() => Assert.Equal(
        "2 record field-count; 4 record field-count",
        await Problems("nem13", "100,NEM13,202603050900,MDP,RET\n250,x\n550,N,,A,\n250,y\n900\n"));

    [Fact]
    public async Task A_header_names_all_its_columns() => Assert.Equal(
        "1 colour header-column-unknown; 1 unit header-column-repeated; 1 quantity header-column-missing; "
        + "1 quality header-column-missing",
        await Problems("usage-csv", "service_point,channel,unit,direction,start,minutes,colour,unit\n"));

    [Fact]
    public async Task Days_that_stand_apart_are_each_named_once()
    {
        var text = Interval + Row("P1", 0) + Row("P2", 0) + Row("P1", 30) + Row("P1", 60) + Row("P2", 30)
            + Row("P3", 0);

        Assert.Equal(
            "4 start day-not-consecutive; 6 start day-not-consecutive", await Problems("usage-csv", text));
    }

    [Fact]
    public async Task A_hundred_problems_are_enough()
    {
        var text = Header + Channel + string.Concat(Enumerable.Repeat(Day("20260230"), 5000));
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Files.Read("nem12", text));

        Assert.Equal((100, 102), (refused.Problems.Length, refused.Problems[^1].Line));
        Assert.EndsWith("(99 more)", refused.Message, StringComparison.Ordinal);
    }

    private static string Day(string day, string quality = "A") => $"300,{day},{Ones},{quality},,,,\n";

    private static string Row(string point, int minute) =>
        $"{point},E1,kWh,import,2026-03-01T0{minute / 60}:{minute % 60:D2}:00+10:00,30,1,actual\n";

    private static async Task<string> Problems(string format, string text)
    {
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Files.Read(format, text));
        return string.Join(
            "; ", refused.Problems.Select(problem => $"{problem.Line} {problem.Field} {problem.Rule}"));
    }
}
