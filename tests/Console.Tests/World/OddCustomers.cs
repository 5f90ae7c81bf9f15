using System.Globalization;
using BillingActors.Cli.Demo;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// Customers of a cycle of their own whose meters nobody read, so that a run holds them, and reads of meters nobody
/// knows, so that an import refuses them.
/// </summary>
internal sealed class OddCustomers(DemoDesk desk, DemoMarket market, string folder)
{
    public const string CycleId = "odd";
    public const int AccountCount = 3;
    public const int RefusedCount = 2;

    /// <summary>The first line of a file of reads.</summary>
    public const string ReadColumns = "service_point,register,meter,unit,direction,read_on,value,quality,kind";

    /// <summary>Reads of meters that nobody knows.</summary>
    public static IEnumerable<string> ReadsOf(string point, int count) =>
        Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture,
            $"{point}{index},1,NM{index},kWh,import,2025-02-01,100.0,actual,scheduled"));

    /// <summary>The account of one of them.</summary>
    public static string AccountOf(int index) => "ODD" + index.ToString(CultureInfo.InvariantCulture);

    public async Task Add(CancellationToken cancellation)
    {
        await desk.Put(
            new BillCycleRecord(CycleId, DemoMarket.EntityId, "Odd", 1, 1, [], 3, 0m, 0m, false), DemoMarket.Begin(0),
            cancellation);
        var contracts = await desk.Import(Contracts(), null, cancellation);
        Assert.Equal(AccountCount, contracts.StoredCount);
        var reads = await desk.Import(Reads(), null, cancellation);
        Assert.Equal(RefusedCount, reads.RejectedCount);
    }

    private string Contracts()
    {
        var like = market.RegisterAccounts.First();
        return Write("odd-contracts.csv",
        [
            "entity,customer,name,email,phone,address,account,cycle,terms_days,contract,tariff,starts_on,ends_on,"
                + "service_point,meter,measure,channel,unit,direction,interval_minutes,offset_minutes,digits,"
                + "multiplier",
            .. Enumerable.Range(0, AccountCount).Select(index => string.Create(CultureInfo.InvariantCulture,
                $"demo,ODDC{index},=Odd {index},,,,{AccountOf(index)},{CycleId},14,ODDK{index},{like.TariffId},"
                + $"2025-01-01,,ODDP{index},ODDM{index},register,1,{like.Unit},import,,,6,1")),
        ]);
    }

    private string Reads() => Write("odd-reads.csv", [ReadColumns, .. ReadsOf("NOBODY", RefusedCount)]);

    private string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
