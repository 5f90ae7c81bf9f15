using System.Collections.Immutable;

namespace BillingActors.Cli.Demo;

/// <summary>
/// The invented market: a legal entity in Sydney, one monthly cycle, the year 2025, and who buys what.
/// </summary>
internal sealed class DemoMarket
{
    public const string EntityId = "demo";
    public const string CycleId = "monthly";
    public const string Currency = "AUD";
    public const int MonthCount = 12;

    // Half-hour data grows with accounts times 17,520: beyond this, more accounts mean more register reads.
    private const int IntervalCountMax = 400;

    private DemoMarket(ImmutableArray<DemoAccount> accounts) => Accounts = accounts;

    public ImmutableArray<DemoAccount> Accounts { get; }

    public IEnumerable<DemoAccount> IntervalAccounts => Accounts.Where(account => account.IsInterval);

    public IEnumerable<DemoAccount> RegisterAccounts => Accounts.Where(account => !account.IsInterval);

    /// <summary>First day of a month, counted from 0.</summary>
    public static DateOnly Begin(int month) => new DateOnly(2025, 1, 1).AddMonths(month);

    /// <summary>A market of some accounts; the same one every time.</summary>
    public static DemoMarket Of(int count)
    {
        var intervalCount = Math.Min(Math.Max(1, count * 15 / 100), IntervalCountMax);
        return new DemoMarket([.. Enumerable.Range(0, count).Select(index => Account(index, intervalCount))]);
    }

    private static DemoAccount Account(int index, int intervalCount)
    {
        if (index < intervalCount)
            return new DemoAccount(index, "demo-hours", true, "kWh");
        return (index % 10) switch
        {
            0 or 1 => new DemoAccount(index, "demo-water", false, "m3"),
            2 or 3 or 4 => new DemoAccount(index, "demo-blocks", false, "kWh"),
            _ => new DemoAccount(index, "demo-flat", false, "kWh"),
        };
    }
}
