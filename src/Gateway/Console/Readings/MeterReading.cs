using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads what the meters of an account measured: the same reports as the API.</summary>
internal sealed class MeterReading(IGrainFactory grains, IReports reports)
{
    /// <summary>The account; null where there is none the person may see.</summary>
    public async Task<AccountView?> Account(
        Caller caller, string entityId, string accountId, CancellationToken cancellation) =>
        caller.Scope.Allows(entityId)
            ? await grains.Account(AccountKey.Of(entityId, accountId)).View(cancellation)
            : null;

    /// <summary>What was measured between two days, the second exclusive; null without such a point.</summary>
    public async Task<MeterPicture?> Picture(
        Caller caller, string pointId, (DateOnly From, DateOnly Until) period, CancellationToken cancellation)
    {
        if (await grains.Find(caller, (MasterKindName.ServicePoint, pointId), cancellation) is null)
            return null;
        var days = await reports.Usage(pointId, period.From, period.Until, cancellation);
        var reads = await reports.Reads(pointId, period.From, period.Until, cancellation);
        return new MeterPicture(
            pointId, period.From, period.Until,
            [.. days.GroupBy(day => day.Channel, StringComparer.Ordinal).Select(channel => Whole(channel, period))],
            [
                .. reads.GroupBy(read => read.Register, StringComparer.Ordinal)
                    .Select(register => new RegisterReads(register.Key, [.. register])),
            ]);
    }

    private static ChannelDays Whole(IGrouping<string, UsageDay> channel, (DateOnly From, DateOnly Until) period)
    {
        var known = channel.ToDictionary(day => day.Day);
        var length = period.Until.DayNumber - period.From.DayNumber;
        return new ChannelDays(
            channel.Key,
            channel.First().Unit,
            [
                .. Enumerable.Range(0, length).Select(period.From.AddDays)
                    .Select(on => (on, known.GetValueOrDefault(on))),
            ]);
    }
}
