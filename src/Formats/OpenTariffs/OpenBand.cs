using System.Collections.Immutable;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.OpenTariffs;

/// <summary>A rate band: a price, or steps of prices, and other prices in some seasons.</summary>
internal sealed class OpenBand
{
    private readonly ImmutableArray<TierDocument> _steps;
    private readonly Dictionary<string, decimal> _seasonRates = new(StringComparer.Ordinal);
    private readonly decimal _rate;

    public OpenBand(OpenObject band)
    {
        Id = band.Text("id");
        _rate = band.Required("rate");
        if (band.Find("seasonRates") is { } rates)
        {
            string[] seasons = [.. rates.EnumerateObject().Select(static member => member.Name)];
            var read = new OpenObject(rates, $"{band.Path}/seasonRates", band.Findings, seasons);
            foreach (var season in seasons)
                _seasonRates[season] = read.Required(season);
        }
        var tiers = band.List("tiers")
            .Select(tier => new OpenObject(tier.Value, tier.Path, band.Findings, "upTo", "rate"))
            .Select(static tier => (tier.Number("upTo"), tier.Required("rate"))).ToList();
        _steps = tiers.Count == 0 ? [] : TierSteps.Of(tiers, $"{band.Path}/tiers", band.Findings);
    }

    /// <summary>Id that the schedule refers to.</summary>
    public string Id { get; }

    /// <summary>Whether it has a price of its own in the season.</summary>
    public bool IsSeasonal(string season) => _seasonRates.ContainsKey(season);

    /// <summary>Its price in a season; the steps of a band are per month and have no seasons.</summary>
    public PriceDocument PriceIn(string? season) =>
        season is not null && _seasonRates.TryGetValue(season, out var rate) ? new PriceDocument.Flat(rate)
        : _steps.IsEmpty ? new PriceDocument.Flat(_rate)
        : TierSteps.ToPrice(_steps, "month");
}
