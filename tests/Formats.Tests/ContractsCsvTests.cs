namespace Formats.Tests;

public sealed class ContractsCsvTests
{
    private const string Header =
        "entity,customer,name,email,phone,address,account,cycle,terms_days,contract,tariff,starts_on,ends_on,"
        + "service_point,meter,measure,channel,unit,direction,interval_minutes,offset_minutes,digits,multiplier\n";

    private const string Channel =
        "north,C1,\"Doe, Jo \"\"J\"\"\",jo@example.org,,\"1 Lane\",A1,monthly,14,K1,T1,2026-03-01,,"
        + "P1,M1,interval,E1,KWH,import,30,600,,";

    private const string Register =
        "north,C1,Jo,,,,A1,monthly,14,K1,T1,2026-03-01,2027-03-01,P1,M1,register,11,kWh,import,,,6,0.1";

    [Fact]
    public async Task A_row_says_everything_its_fields_say()
    {
        var items = await Files.Read("contracts-csv", $"{Header}{Channel}\n{Register}\n");

        var (channel, register) = (items[0].Contract!, items[1].Contract!);
        Assert.Equal(
            new("north", "C1", "Doe, Jo \"J\"", "jo@example.org", null, "1 Lane", "A1", "monthly", 14, "K1", "T1",
                new(2026, 3, 1), null, "P1", "M1", "interval", "E1", "kWh", "import", 30, 600, 0, 1m, 2),
            channel);
        Assert.Equal((new DateOnly(2027, 3, 1), "register", 0, 0, 6, 0.1m, 3), (
            register.EndsOn!.Value, register.Measure, register.IntervalMinutes, register.OffsetMinutes, register.Digits,
            register.Multiplier, register.Line));
    }

    [Theory]
    [InlineData(",14,", ",366,", "terms_days number-invalid")]
    [InlineData(",14,", ",14.0,", "terms_days number-invalid")]
    [InlineData("north,", ",", "entity field-missing")]
    [InlineData("north,", "no/rth,", "entity id-characters")]
    [InlineData(",2027-03-01,", ",2026-03-01,", "ends_on ends-before-start")]
    [InlineData("2026-03-01,2027", "2026-3-1,2027", "starts_on date-invalid")]
    [InlineData(",register,", ",meter,", "measure word-unknown")]
    [InlineData(",6,0.1", ",0,0.1", "digits number-invalid")]
    [InlineData(",6,0.1", ",6,0", "multiplier number-invalid")]
    [InlineData(",6,0.1", ",6,\"0,1\"", "multiplier number-invalid")]
    [InlineData(",kWh,", ",cubit,", "unit unit-unknown")]
    [InlineData(",Jo,", ",,", "name field-missing")]
    [InlineData(",Jo,", ",\"Jo\nDoe\",", "name control-character")]
    [InlineData(",6,0.1", ",6,0.1,x", "record field-count")]
    public async Task A_bad_row_is_rejected_and_the_next_is_read(string good, string bad, string problem)
    {
        var row = Register.Replace(good, bad, StringComparison.Ordinal);

        var items = await Files.Read("contracts-csv", $"{Header}{row}\n{Register}\n");

        Assert.Equal($"2 {problem}", Files.Short(items[0]));
        Assert.Equal(bad.Contains('\n', StringComparison.Ordinal) ? 4 : 3, items[1].Contract!.Line);
    }

    [Theory]
    [InlineData(",30,600", ",7,600", "interval_minutes interval-length")]
    [InlineData(",30,600", ",30,900", "offset_minutes number-invalid")]
    [InlineData(",30,600,,", ",30,600,6,", "digits number-invalid")]
    [InlineData(",30,600,,", ",30,600,,2", "multiplier number-invalid")]
    public async Task A_channel_has_no_dials(string good, string bad, string problem)
    {
        var row = Channel.Replace(good, bad, StringComparison.Ordinal);

        Assert.Equal($"2 {problem}", Files.Short((await Files.Read("contracts-csv", $"{Header}{row}\n"))[0]));
    }

    [Fact]
    public async Task A_problem_names_no_person()
    {
        var row = Register.Replace(",Jo,", $",{new string('J', 201)},", StringComparison.Ordinal);

        var problem = (await Files.Read("contracts-csv", $"{Header}{row}\n"))[0].Rejected!;

        Assert.Equal("name field-too-long", $"{problem.Field} {problem.Rule}");
        Assert.DoesNotContain("JJ", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1 header file-empty")]
    [InlineData("entity,customer\n", "1 name header-column-missing")]
    [InlineData(Header, "1 record no-rows")]
    public async Task A_bad_header_refuses_the_file(string text, string refusal) =>
        Assert.Equal(refusal, await Files.Refusal("contracts-csv", text));
}
