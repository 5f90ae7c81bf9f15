using System.Text.Json;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>The published tariffs of a directory that can be expressed, and why the others cannot.</summary>
internal sealed class PublishedTariffs
{
    private readonly List<Offer> _australian = [];
    private readonly List<Offer> _american = [];
    private readonly List<string> _refused = [];

    /// <summary>Tariffs that are not converted, with why.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>Reads the tariffs of both markets.</summary>
    public static PublishedTariffs In(string directory)
    {
        var tariffs = new PublishedTariffs();
        tariffs.ReadOffers(Path.Combine(directory, "au-tariffs-unsw", "AllTariffs_Retail.json"));
        var rates = Path.Combine(directory, "urdb-raw-json");
        if (Directory.Exists(rates))
            foreach (var file in Directory.EnumerateFiles(rates, "*.json").Order(StringComparer.Ordinal))
                tariffs.ReadRate(file);
        return tariffs;
    }

    /// <summary>Tariffs an account may be on: by hours only for meters that send intervals.</summary>
    public IReadOnlyList<TariffDocument> For(SurveyedPoint point)
    {
        var isInterval = point.EnergyChannels.Count > 0;
        var offers = point.Market == ReferenceMarket.Australia.Id ? _australian : _american;
        return
        [
            .. offers.Select(offer => point.Exports && offer.WithFeedIn is { } fed ? fed : offer.Plain)
                .Where(tariff => isInterval || tariff.Versions[0].Calendars is null),
        ];
    }

    /// <summary>Gives a tariff up that the engine refused.</summary>
    public void Refuse(TariffDocument tariff, string why)
    {
        _refused.Add($"{tariff.Id}: {why}");
        foreach (var offers in new[] { _australian, _american })
            offers.RemoveAll(offer => offer.Plain.Id == tariff.Id || offer.WithFeedIn?.Id == tariff.Id);
    }

    private void ReadOffers(string file)
    {
        if (!File.Exists(file))
            return;
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var offer in RetailOffers.In(json))
        {
            var zone = ReferenceMarket.Australia.Zone;
            Try(offer.GetProperty("Tariff ID").GetString()!, () => _australian.Add(new Offer(
                RetailOffers.Convert(offer, withFeedIn: false, zone),
                    RetailOffers.Convert(offer, withFeedIn: true, zone))));
        }
    }

    private void ReadRate(string file)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        Try(id, () =>
            _american.Add(new Offer(RateDatabase.Convert(id, json, ReferenceMarket.UnitedStates.Zone), null)));
    }

    private void Try(string id, Action convert)
    {
        try
        {
            convert();
        }
        catch (UnsupportedTariffException refused)
        {
            _refused.Add($"{id}: {refused.Message}");
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            _refused.Add($"{id}: is not of the form we know: {fault.Message}");
        }
    }

    private sealed record Offer(TariffDocument Plain, TariffDocument? WithFeedIn);
}
