using System.Globalization;

namespace BillingActors.Cli.Demo;

/// <summary>
/// Writes the files an invented market hands in: contracts once, reads every month, what was late a month later.
/// </summary>
internal sealed class DemoFiles(DemoMarket market, string directory)
{
    private const int IntervalFileCount = 4;

    private const string ReadsHeader = "service_point,register,meter,unit,direction,read_on,value,quality,kind";

    /// <summary>All customers, accounts, meters and contracts.</summary>
    public string Contracts() => Write("contracts.csv", file =>
    {
        file.WriteLine(Reference.ReferenceAccount.Header);
        foreach (var one in market.Accounts)
        {
            var measure = one.IsInterval ? "interval" : "register";
            var shape = one.IsInterval ? "30,600,," : ",,6,1";
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{DemoMarket.EntityId},{one.CustomerId},{one.Name},{one.Email},{one.Phone},"
                + $"\"{1 + (one.Index % 200)} Sample Street, Sampleton\","
                + $"{one.AccountId},{DemoMarket.CycleId},14,{one.ContractId},"
                + $"{one.TariffId},{Day(DemoMarket.Begin(0))},,"
                + $"{one.ServicePointId},{one.MeterSerial},{measure},{one.Channel},{one.Unit},import,{shape}"));
        }
    });

    /// <summary>The dials on the first day.</summary>
    public string OpeningReads() => Reads("opening.csv", market.RegisterAccounts, 0, "install");

    /// <summary>The files of a month, counted from 0, without what comes late.</summary>
    public IEnumerable<string> Of(int month)
    {
        yield return Reads(Name("reads", month, "csv"),
            market.RegisterAccounts.Where(one => !one.IsLate(month)), month + 1, "scheduled");
        var meters = market.IntervalAccounts.ToList();
        var size = Math.Max(1, (meters.Count + IntervalFileCount - 1) / IntervalFileCount);
        foreach (var part in meters.Chunk(size).Select((meters, i) => (meters, i)))
            yield return Intervals(Name($"intervals-{part.i + 1}", month, "csv"), part.meters, month,
                (one, day) => !(one.IsLate(month) && day == LateDay(one, month)));
    }

    /// <summary>What was late in a month; empty when nothing was.</summary>
    public IEnumerable<string> LateOf(int month)
    {
        var reads = market.RegisterAccounts.Where(one => one.IsLate(month)).ToList();
        if (reads.Count > 0)
            yield return Reads(Name("late-reads", month, "csv"), reads, month + 1, "scheduled");
        var meters = market.IntervalAccounts.Where(one => one.IsLate(month)).ToList();
        if (meters.Count > 0)
            yield return Intervals(Name("late-intervals", month, "csv"), meters, month,
                (one, day) => day == LateDay(one, month));
    }

    private static DateOnly LateDay(DemoAccount account, int month) =>
        DemoMarket.Begin(month).AddDays(account.LateDay(month) - 1);

    private string Reads(string name, IEnumerable<DemoAccount> accounts, int month, string kind) => Write(name, file =>
    {
        file.WriteLine(ReadsHeader);
        foreach (var one in accounts)
        {
            var dial = one.DialAt(month);
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{one.ServicePointId},{one.Channel},{one.MeterSerial},{one.Unit},import,"
                + $"{Day(DemoMarket.Begin(month))},{dial / 10}.{dial % 10},actual,{kind}"));
        }
    });

    private string Intervals(
        string name, IReadOnlyList<DemoAccount> accounts, int month, Func<DemoAccount, DateOnly, bool> isIn) =>
        Write(name, file =>
        {
            var (from, until) = (DemoMarket.Begin(month), DemoMarket.Begin(month + 1));
            // The year begins at an hour of the day before, in the market's time without daylight saving.
            if (month == 0)
                from = from.AddDays(-1);
            file.WriteLine($"100,NEM12,{until:yyyyMMdd}0600,DEMOMDP,DEMORET");
            foreach (var one in accounts)
            {
                file.WriteLine($"200,{one.ServicePointId},E1,E1,E1,,{one.MeterSerial},kWh,30,");
                for (var day = from; day < until; day = day.AddDays(1))
                    if (isIn(one, day))
                        file.WriteLine(DemoProfile.DayRecord(one, day, until));
            }
            file.WriteLine("900");
        });

    private string Write(string name, Action<StreamWriter> write)
    {
        var path = Path.Combine(directory, name);
        using var file = new StreamWriter(path);
        write(file);
        return path;
    }

    private static string Name(string what, int month, string extension) =>
        $"{what}-{DemoMarket.Begin(month):yyyy-MM}.{extension}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
