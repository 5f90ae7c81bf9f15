namespace Formats.Tests;

public sealed class RegisterReadTests
{
    private const string Read =
        "250,NMI0000001,11,1,11,11,M1,E,000100.50,20251203093000,A,,,"
        + "000200.0,20260304101500,E64,77,,99.5,KWH,,20260304120000,";

    [Fact]
    public async Task A_read_says_everything_its_record_says()
    {
        var read = Assert.Single(await Files.Read("nem13", File(Read, "550,N,,S,SO1"))).Read!;

        Assert.Equal(("NMI0000001", "11", "M1", "kWh", "import"), (
            read.ServicePointId, read.Register, read.MeterSerial, read.Unit, read.Direction));
        Assert.Equal((new DateOnly(2025, 12, 3), 1005L, "actual"), (
            read.PreviousOn!.Value, read.PreviousValue!.Value, read.PreviousQuality));
        Assert.Equal((new DateOnly(2026, 3, 4), 2000L, 1, "forward-estimate"), (
            read.On, read.Value, read.Scale, read.Quality));
        Assert.Equal((995L, "64", "77", "special", 2), (
            read.Quantity!.Value, read.Method, read.Reason, read.Kind, read.Line));
        Assert.Equal(new(2026, 3, 4, 12, 0, 0, TimeSpan.FromHours(10)), read.UpdatedAt);
    }

    [Theory]
    [InlineData("N", "scheduled")]
    [InlineData("E", "scheduled")]
    [InlineData("S", "special")]
    [InlineData("D", "special")]
    [InlineData("R", "final")]
    public async Task The_transaction_code_tells_the_kind(string code, string kind) =>
        Assert.Equal(kind, Assert.Single(await Files.Read("nem13", File(Read, $"550,N,,{code},"))).Read!.Kind);

    [Theory]
    [InlineData(",E,000100", ",X,000100", "2 DirectionIndicator direction-unknown")]
    [InlineData("000100.50", "1oo", "2 PreviousRegisterRead number-invalid")]
    [InlineData("000200.0", "-200", "2 CurrentRegisterRead value-negative")]
    [InlineData("000200.0", "", "2 CurrentRegisterRead value-missing")]
    [InlineData("99.5", "9,5", "2 NextScheduledReadDate date-invalid")]
    [InlineData("20260304101500", "", "2 CurrentRegisterReadDateTime time-invalid")]
    [InlineData("20260304101500", "20260230101500", "2 CurrentRegisterReadDateTime time-invalid")]
    [InlineData("E64", "V", "2 CurrentQualityMethod quality-method")]
    [InlineData("NMI0000001", "NMI00000012", "2 NMI nmi-length")]
    public async Task A_read_that_is_wrong_refuses_the_file(string good, string bad, string refusal) =>
        Assert.Equal(refusal, await Files.Refusal("nem13", File(Read.Replace(good, bad, StringComparison.Ordinal))));

    [Fact]
    public async Task An_unknown_unit_rejects_the_read_and_a_bad_reason_only_itself()
    {
        var unknown = Read.Replace("KWH", "CORD", StringComparison.Ordinal);
        var items = await Files.Read("nem13", File(unknown, "550,N,,N,", Read, "550,N,,?,"));

        Assert.Equal("2 UOM unit-unknown", Files.Short(items[0]));
        Assert.Equal("scheduled", items[1].Read!.Kind);
        Assert.Equal("5 CurrentTransCode transaction-code", Files.Short(items[2]));
    }

    [Fact]
    public async Task A_read_of_null_quality_may_be_blank()
    {
        var text = Read.Replace(
            "000200.0,20260304101500,E64,77,,99.5", ",20260304101500,N,77,,", StringComparison.Ordinal);

        var read = Assert.Single(await Files.Read("nem13", File(text))).Read!;

        Assert.Equal((0L, "missing", null), (read.Value, read.Quality, read.Quantity));
    }

    private static string File(params string[] records) =>
        $"100,NEM13,202603050900,MDP,RET\n{string.Join('\n', records)}\n900\n";
}
