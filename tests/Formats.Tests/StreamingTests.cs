using BillingActors.Formats;

namespace Formats.Tests;

public sealed class StreamingTests
{
    private const int Days = 200_000;
    private const int ReadAheadMax = 1 << 20;
    private static readonly string Values = string.Join(',', Enumerable.Repeat("1.5", 48));

    [Theory]
    [InlineData("nem12")]
    [InlineData("usage-csv")]
    [InlineData("contracts-csv")]
    [InlineData("espi")]
    public async Task The_first_record_comes_long_before_the_end_of_a_large_file(string format)
    {
        var file = Large(format);
        var (count, firstAt) = (0, 0L);
        await foreach (var item in FileFormats.Named(format)!.Read(file, TestContext.Current.CancellationToken))
        {
            if (count == 0)
                firstAt = file.Given;
            Assert.NotEqual(0, item.Line);
            if (++count == 1_000)
                break;
        }

        Assert.InRange(firstAt, 1, ReadAheadMax);
        Assert.InRange(file.Given, 1, 4 * ReadAheadMax);
    }

    [Fact]
    public async Task A_file_of_two_hundred_thousand_days_is_read_in_little_memory()
    {
        var file = Large("nem12");
        var (count, peak) = (0, 0L);
        await foreach (var _ in FileFormats.Named("nem12")!.Read(file, TestContext.Current.CancellationToken))
            if (++count % 50_000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));

        Assert.Equal(Days, count);
        Assert.True(peak < 64 << 20, $"{peak} bytes live while reading {file.Given}");
    }

    private static GeneratedStream Large(string format) => format switch
    {
        "nem12" => new(
            "200,NMI0000001,E1,1,E1,,M1,KWH,30,\n", $"300,20260301,{Values},A,,,20260302061500,\n", Days),
        "usage-csv" => new(
            "service_point,register,meter,unit,direction,read_on,value,quality,kind\n",
            "P1,1,M1,kWh,import,2026-03-01,1,actual,scheduled\n", Days),
        "contracts-csv" => new(
            "entity,customer,name,email,phone,address,account,cycle,terms_days,contract,tariff,starts_on,ends_on,"
            + "service_point,meter,measure,channel,unit,direction,interval_minutes,offset_minutes,digits,multiplier\n",
            "n,C,Jo,,,,A,m,14,K,T,2026-03-01,,P,M,register,1,kWh,import,,,6,1\n", Days),
        _ => new(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>"
            + "<link rel=\"up\" href=\"c/UsagePoint/1/MeterReading/7\"/>"
            + "<content><IntervalBlock xmlns=\"http://naesb.org/espi\">",
            "<IntervalReading><timePeriod><duration>7</duration><start>1772323200</start></timePeriod><value>1</value>"
            + "</IntervalReading>\n", Days),
    };
}
