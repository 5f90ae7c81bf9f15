using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Cli.Load;

/// <summary>
/// Files of interval days as a reading system sends them: each another day, for many meters, with some days that were
/// sent before and some that correct one.
/// </summary>
internal sealed class LoadReads(GatewayClient gateway)
{
    /// <summary>Share of days that are sent again as they were.</summary>
    public const double DuplicateShare = 0.02;

    /// <summary>Share of days that are sent again with other quantities.</summary>
    public const double CorrectionShare = 0.01;

    private const int MeteredMax = 500;
    private const int LookedAtMax = 5_000;
    private const int ChannelsPerFile = 50;
    private const int MinutesPerDay = 1440;
    private const int DaysApart = 20_000;

    // Far ahead of anything that is billed, and where hardly another load was.
    private readonly DateOnly _firstDay = new DateOnly(2031, 1, 1).AddDays(Random.Shared.Next(DaysApart));
    private ImmutableArray<Row> _channels = [];

    /// <summary>Finds the meters that measure intervals; refused where none of the first accounts has one.</summary>
    public async Task Find(IEnumerable<AccountRow> accounts, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Row>();
        var lookedAt = 0;
        foreach (var account in accounts.Take(LookedAtMax))
        {
            found.AddRange(await ChannelsOf($"{account.EntityId}/{account.AccountId}", cancellation));
            lookedAt++;
            if (found.Count >= MeteredMax)
                break;
        }
        _channels = found.Count > 0
            ? found.ToImmutable()
            : throw new UsageException(
                $"None of the first {lookedAt} accounts has a meter with interval channels: there is nothing to land.");
    }

    /// <summary>The file of a day; what in it was sent before is chosen by the numbers.</summary>
    public string FileOf(long index, Random numbers)
    {
        var file = new StringBuilder("service_point,channel,unit,direction,start,minutes,quantity,quality\n");
        var day = _firstDay.AddDays((int)(index % DaysApart));
        var first = numbers.Next(_channels.Length);
        for (var i = 0; i < Math.Min(ChannelsPerFile, _channels.Length); i++)
        {
            var channel = _channels[(first + i) % _channels.Length];
            AddDay(file, channel, day, 0);
            var drawn = numbers.NextDouble();
            if (drawn < DuplicateShare + CorrectionShare)
                AddDay(file, channel, day.AddDays(-1), drawn < DuplicateShare ? 0 : 1);
        }
        return file.ToString();
    }

    private static void AddDay(StringBuilder file, Row channel, DateOnly day, int more)
    {
        for (var minute = 0; minute < MinutesPerDay; minute += channel.Minutes)
        {
            file.Append(CultureInfo.InvariantCulture,
                $"{channel.PointId},{channel.Id},{channel.Unit},{channel.Direction},"
                + $"{day:yyyy-MM-dd}T{minute / 60:00}:{minute % 60:00}:00+10:00,{channel.Minutes},"
                + $"{((minute + day.DayNumber) % 97) + more}.{day.DayNumber % 10},actual\n");
        }
    }

    private async Task<ImmutableArray<Row>> ChannelsOf(string key, CancellationToken cancellation)
    {
        var account = await gateway.Get<AccountView>(Paths.Account(key), cancellation);
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var contract in account.Contracts)
        {
            var id = Uri.EscapeDataString(contract.ServicePointId);
            var view = await gateway.Get<MasterView>($"v1/service-points/{id}", cancellation);
            var point = view.Content.ServicePoint!;
            foreach (var channel in point.Meters.SelectMany(meter => meter.Channels))
                rows.Add(new(point.Id, channel.Id, channel.Unit, channel.Direction, channel.IntervalMinutes));
        }
        return rows.ToImmutable();
    }

    private sealed record Row(string PointId, string Id, string Unit, string Direction, int Minutes);
}
