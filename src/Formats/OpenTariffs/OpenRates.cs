using System.Text.Json;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.OpenTariffs;

/// <summary>What is paid for use, or for what is fed in: one rate, or bands painted over the week.</summary>
internal sealed class OpenRates(OpenSeasons seasons, VersionDraft draft, ImportFindings findings)
{
    private static readonly string[] Members = ["flatRate", "bands", "schedule"];
    private static readonly string[] BandMembers = ["id", "name", "role", "rate", "color", "seasonRates", "tiers"];

    /// <summary>The price, or null after a problem was noted.</summary>
    public PriceDocument? Read(JsonElement value, string path)
    {
        var rates = new OpenObject(value, path, findings, Members);
        var bands = rates.List("bands")
            .Select(band => new OpenBand(new OpenObject(band.Value, band.Path, findings, BandMembers)))
            .ToList();
        if (findings.HasProblems)
            return null;
        if (bands.Count == 0)
            return rates.Number("flatRate") is { } flat ? new PriceDocument.Flat(flat) : NoPrice(path);
        var plan = new YearPlan();
        foreach (var interval in rates.List("schedule"))
            OpenHours.Claim(interval, plan, (month, band) => PeriodOf(bands, month, band), findings);
        if (findings.HasProblems || !IsWhole(plan, path))
            return null;
        foreach (var unused in bands.Where((_, index) => !plan.Periods().Any(period => period % bands.Count == index)))
            findings.Note($"{path}: no hour belongs to band {unused.Id}; it is not billed.");
        var prices = plan.Periods().ToDictionary(
            static period => period, period => bands[period % bands.Count].PriceIn(SeasonOf(bands, period)));
        return draft.PriceOf(path[(path.LastIndexOf('/') + 1)..], plan, prices, period => NameOf(bands, period));
    }

    // A band that costs the same in all seasons is one period; one with seasonal rates is a period for each season.
    private int? PeriodOf(List<OpenBand> bands, int month, string id)
    {
        var index = bands.FindIndex(band => band.Id == id);
        if (index < 0)
            return null;
        return seasons.At(month) is { } season && bands[index].IsSeasonal(season)
            ? index + (bands.Count * (1 + seasons.Ids.ToList().IndexOf(season)))
            : index;
    }

    private string? SeasonOf(List<OpenBand> bands, int period) =>
        period < bands.Count ? null : seasons.Ids[(period / bands.Count) - 1];

    private string NameOf(List<OpenBand> bands, int period)
    {
        var band = bands[period % bands.Count].Id;
        return SeasonOf(bands, period) is { } season ? $"{band}-{season}" : band;
    }

    private bool IsWhole(YearPlan plan, string path)
    {
        if (plan.FirstFree() is not var (month, day, minute))
            return true;
        findings.Refuse($"{path}/schedule", "hours-missing",
            $"No interval has {minute / 60:00}:{minute % 60:00} on day {day + 1} of the week in month {month + 1}.");
        return false;
    }

    private PriceDocument? NoPrice(string path)
    {
        findings.Refuse($"{path}/flatRate", "no-rates", "There is neither a flat rate nor a band.");
        return null;
    }
}
