using System.Globalization;
using System.Text;

namespace BillingActors.Load.Landing;

/// <summary>
/// A day of all meters as files of NEM12, the day before it, and a file of the next morning: of every hundred meters
/// two come again as they were, and one comes corrected.
/// </summary>
internal sealed class LandingFiles(LandingOptions options)
{
    private const int MinutesPerDay = 1440;
    private const int DuplicatesOfHundred = 2;
    private const int PerHundred = 100;
    private const string DayBefore = "20250609";
    private const string Day = "20250610";
    private const string FirstUpdate = "20250611061500";
    private const string LaterUpdate = "20250612061500";

    /// <summary>Meters that come again as they were.</summary>
    public int DuplicateCount => Again().Count(IsDuplicate);

    /// <summary>Meters that come corrected.</summary>
    public int CorrectionCount => Again().Count(number => !IsDuplicate(number));

    /// <summary>The metering point of a meter, from 1.</summary>
    public static string PointId(int number) => string.Create(CultureInfo.InvariantCulture, $"B{number:D9}");

    /// <summary>The files of the day.</summary>
    public byte[][] OfDay() => Files(Day);

    /// <summary>The files of the day before.</summary>
    public byte[][] OfDayBefore() => Files(DayBefore);

    /// <summary>The file of the next morning.</summary>
    public byte[] OfNextMorning() =>
        File(Day, Again().Select(number => (number, IsCorrected: !IsDuplicate(number))));

    private byte[][] Files(string day)
    {
        var share = (options.MeterCount + options.FileCount - 1) / options.FileCount;
        return
        [
            .. Enumerable.Range(1, options.MeterCount).Chunk(share)
                .Select(numbers => File(day, numbers.Select(number => (number, IsCorrected: false)))),
        ];
    }

    private IEnumerable<int> Again() => Enumerable.Range(1, options.MeterCount)
        .Where(number => number % PerHundred <= DuplicatesOfHundred);

    private static bool IsDuplicate(int number) => number % PerHundred < DuplicatesOfHundred;

    private byte[] File(string day, IEnumerable<(int Number, bool IsCorrected)> meters)
    {
        var text = new StringBuilder("100,NEM12,202506110900,BENCHMDP,BENCHRET\n");
        foreach (var (number, isCorrected) in meters)
            Append(text, day, number, isCorrected);
        return Encoding.ASCII.GetBytes(text.Append("900\n").ToString());
    }

    private void Append(StringBuilder text, string day, int number, bool isCorrected)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"200,{PointId(number)},E1,1,E1,,M{number:D9},kWh,{options.IntervalMinutes},20250901\n300,{day}");
        for (var interval = 0; interval < MinutesPerDay / options.IntervalMinutes; interval++)
        {
            var watthours = 40 + (((number * 31) + (interval * 7)) % 900) + (isCorrected ? 1 : 0);
            text.Append(CultureInfo.InvariantCulture, $",0.{watthours:D3}");
        }
        text.Append(CultureInfo.InvariantCulture, $",A,,,{(isCorrected ? LaterUpdate : FirstUpdate)},\n");
    }
}
