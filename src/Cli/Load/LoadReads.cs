using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Cli.Load;

/// <summary>Files of interval days for the meters of accounts, each file another day.</summary>
internal sealed class LoadReads(GatewayClient gateway)
{
    private const int MinutesPerDay = 1440;
    private static readonly DateOnly FirstDay = new(2031, 1, 1);

    private readonly ConcurrentDictionary<string, ImmutableArray<Row>> _channels = new(StringComparer.Ordinal);

    /// <summary>A file with one day of every channel of the account; null where it has none.</summary>
    public async Task<string?> FileOf(AccountRow account, long index, CancellationToken cancellation)
    {
        var key = $"{account.EntityId}/{account.AccountId}";
        if (!_channels.TryGetValue(key, out var channels))
            _channels[key] = channels = await ChannelsOf(key, cancellation);
        if (channels.IsEmpty)
            return null;
        // Far ahead of anything that is billed, and never the same day twice.
        var day = FirstDay.AddDays((int)(index % 20_000));
        var file = new StringBuilder("service_point,channel,unit,direction,start,minutes,quantity,quality\n");
        foreach (var channel in channels)
        {
            for (var minute = 0; minute < MinutesPerDay; minute += channel.Minutes)
            {
                file.Append(CultureInfo.InvariantCulture,
                    $"{channel.PointId},{channel.Id},{channel.Unit},{channel.Direction},"
                    + $"{day:yyyy-MM-dd}T{minute / 60:00}:{minute % 60:00}:00+10:00,{channel.Minutes},"
                    + $"{(minute + index) % 97}.{index % 10},actual\n");
            }
        }
        return file.ToString();
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
