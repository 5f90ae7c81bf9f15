using System.Collections.Immutable;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>
/// Enters the master data of the real files: entities, tariffs, cycles by the days of the data, points, contracts.
/// </summary>
internal sealed class ReferenceBook(DemoDesk desk, PublishedTariffs tariffs)
{
    private readonly HashSet<string> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cycles = new(StringComparer.Ordinal);
    private readonly List<ReferenceAccount> _accounts = [];
    private readonly List<(string Id, string Why)> _unbillable = [];

    public IReadOnlyList<ReferenceAccount> Accounts => _accounts;

    public IReadOnlyCollection<string> TariffIds => _published;

    /// <summary>Service points without an account, with why.</summary>
    public IReadOnlyList<(string Id, string Why)> Unbillable => _unbillable;

    /// <summary>Enters everything but the contracts.</summary>
    public async Task Enter(MeterSurvey survey, DateOnly from, CancellationToken cancellation)
    {
        foreach (var market in ReferenceMarket.All)
            await desk.Put(market.Entity, from, cancellation);
        foreach (var (index, point) in survey.Points.OrderBy(point => point.Id, StringComparer.Ordinal).Index())
        {
            await desk.Put(ServicePoints.Of(point), from, cancellation);
            if (WhyNot(point, out var boundaries) is { } why)
            {
                _unbillable.Add((point.Id, why));
                continue;
            }
            if (await Publish(point, index, cancellation) is not { } tariff)
            {
                _unbillable.Add((point.Id, "has no published tariff left for it"));
                continue;
            }
            var cycle = await Cycle(point.Market, boundaries, cancellation);
            _accounts.Add(new ReferenceAccount(point, cycle, tariff, boundaries));
        }
    }

    /// <summary>The customers and contracts as a file of our own format.</summary>
    public string WriteContracts()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("billing-demo-").FullName, "contracts.csv");
        File.WriteAllLines(file, _accounts.Select(account => account.Row).Prepend(ReferenceAccount.Header));
        return file;
    }

    private static string? WhyNot(SurveyedPoint point, out ImmutableArray<DateOnly> boundaries)
    {
        boundaries = [];
        if (point.EnergyChannels.Count + point.EnergyRegisters.Count == 0)
            return "counts no energy delivered to a customer";
        var market = ReferenceMarket.All.First(market => market.Id == point.Market);
        boundaries = BillWindow.Of(point, market.TimeZone);
        return boundaries.Length < 2 ? "has no whole local day, or one read alone" : null;
    }

    // Points take turns over the tariffs, so that every kind of price meets real data.
    private async Task<string?> Publish(SurveyedPoint point, int turn, CancellationToken cancellation)
    {
        while (tariffs.For(point) is { Count: > 0 } offers)
        {
            var tariff = offers[turn % offers.Count];
            if (_published.Contains(tariff.Id))
                return tariff.Id;
            try
            {
                await desk.Put(tariff, cancellation);
                _published.Add(tariff.Id);
                return tariff.Id;
            }
            catch (RefusedException refused) when (refused.Code == "tariff-invalid")
            {
                tariffs.Refuse(tariff, refused.Message);
            }
        }
        return null;
    }

    private async Task<string> Cycle(string market, ImmutableArray<DateOnly> boundaries, CancellationToken cancellation)
    {
        var key = $"{market} {string.Join(' ', boundaries)}";
        if (_cycles.TryGetValue(key, out var known))
            return known;
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{market}-{_cycles.Count + 1:D3}");
        await desk.Put(new BillCycleRecord(
            id, market, $"{boundaries[0]:yyyy-MM-dd} to {boundaries[^1]:yyyy-MM-dd}", AnchorDay: 1, Months: 1,
                boundaries,
            ReadWindowDays: 0, HighUseFactor: 0m, LowUseFactor: 0m, HoldZeroUse: false), boundaries[0], cancellation);
        return _cycles[key] = id;
    }
}
