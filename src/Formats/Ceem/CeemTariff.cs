using System.Text.Json;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Ceem;

/// <summary>Turns one tariff of the list into a document.</summary>
internal sealed class CeemTariff(JsonElement tariff, string path, CeemOptions options)
{
    private const string EnergyUnit = "kWh";
    private static readonly DateOnly AnyDay = new(1900, 1, 1);

    private readonly ImportFindings _findings = new();
    private readonly VersionDraft _draft = new();

    /// <summary>The tariff, or its problems.</summary>
    public ImportedTariff Read()
    {
        var name = Text("Name") ?? "Tariff without a name";
        if (Parameters() is var (parameters, at))
        {
            foreach (var parameter in parameters.EnumerateObject())
                Add(parameter, $"{at}/{parameter.Name}");
            if (!HasPrices() && !_findings.HasProblems)
                _findings.Refuse(at, "no-rates", "All its prices are zero: it is a template.");
        }
        if (_findings.HasProblems)
            return new ImportedTariff(name, null, _findings.Problems, _findings.Notes);
        var document = new TariffDocument(
            Text("Tariff ID") ?? name, name, "AUD", [_draft.ToVersion(AnyDay, null)], options.Zone);
        return new ImportedTariff(name, document, [], _findings.Notes);
    }

    private (JsonElement Value, string Path)? Parameters()
    {
        var at = $"{path}/Parameters";
        if (!tariff.TryGetProperty("Parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Object)
            _findings.Refuse(at, "required", "A tariff has parameters.");
        else if (Text("ProviderType") != "Network" && !parameters.TryGetProperty(options.Part, out _))
            return (parameters, at);
        else if (parameters.TryGetProperty(options.Part, out var part))
            return (part, $"{at}/{options.Part}");
        else
            _findings.Refuse($"{at}/{options.Part}", "required", "The tariff does not have this part.");
        return null;
    }

    private void Add(JsonProperty parameter, string at)
    {
        switch (parameter.Name)
        {
            case "Daily":
                _draft.Charges.Add(new ChargeDocument.Fixed(
                    "supply", "Supply charge", VersionDraft.Untaxed, "day", PriceIn(parameter.Value, at, "$/day")));
                break;
            case "FlatRate" or "Energy" when parameter.Value.TryGetProperty("Value", out _):
                AddUse(new PriceDocument.Flat(PriceIn(parameter.Value, at, "$/kWh")));
                break;
            case "TOU":
                AddUse(ByTime(parameter.Value, at, "energy"));
                break;
            case "BlockDaily":
                AddUse(Blocks(parameter.Value, at, "day"));
                break;
            case "BlockQuarterly":
                _findings.Note($"{at}: the limits are for a quarter; they hold where a bill is for a quarter.");
                AddUse(Blocks(parameter.Value, at, "month"));
                break;
            case "BlockAnnual" or "Energy":
                AddUse(Blocks(parameter.Value, at, "year"));
                break;
            case "Demand":
                new CeemDemand(_draft, _findings).Add(parameter.Value, at);
                break;
            case "FiT" or "FiT_TOU":
                AddSale(parameter, at);
                break;
            default:
                _findings.Refuse(at, "member-unknown", "It is not known how this is priced.");
                break;
        }
    }

    private void AddUse(PriceDocument? price)
    {
        if (price is not null)
        {
            _draft.Charges.Add(new ChargeDocument.Usage(
                "energy", "Energy", VersionDraft.Untaxed, "import", EnergyUnit, price));
        }
    }

    private void AddSale(JsonProperty parameter, string at)
    {
        var price = parameter.Name == "FiT"
            ? new PriceDocument.Flat(PriceIn(parameter.Value, at, "$/kWh"))
            : ByTime(parameter.Value, at, "feed-in");
        if (!options.WithGeneration || price is null or PriceDocument.Flat { Price: 0m })
            return;
        _draft.Charges.Add(new ChargeDocument.Usage(
            "feed-in", "Energy fed in", VersionDraft.Untaxed, "export", EnergyUnit, price));
    }

    private PriceDocument? ByTime(JsonElement bands, string at, string calendar)
    {
        var plan = new YearPlan();
        var names = new List<string>();
        var prices = new Dictionary<int, PriceDocument>();
        foreach (var band in bands.EnumerateObject())
        {
            prices[names.Count] = new PriceDocument.Flat(PriceIn(band.Value, $"{at}/{band.Name}", "$/kWh"));
            CeemHours.Claim(band.Value, $"{at}/{band.Name}", (plan, names.Count), _findings);
            names.Add(band.Name.Trim());
        }
        if (plan.FirstFree() is var (month, day, minute))
        {
            _findings.Refuse(at, "hours-missing",
                $"No price has {minute / 60:00}:{minute % 60:00} on day {day + 1} of the week in month {month + 1}.");
        }
        return _findings.HasProblems ? null : _draft.PriceOf(calendar, plan, prices, period => names[period]);
    }

    private PriceDocument? Blocks(JsonElement blocks, string at, string per)
    {
        var tiers = blocks.EnumerateObject().Select(block => (LimitOf(block.Value, $"{at}/{block.Name}"),
            PriceIn(block.Value, $"{at}/{block.Name}", "$/kWh"))).ToList();
        return _findings.HasProblems || tiers.Count == 0
            ? null
            : TierSteps.ToPrice(TierSteps.Of(tiers, at, _findings), per);
    }

    private decimal? LimitOf(JsonElement block, string at)
    {
        if (!block.TryGetProperty("HighBound", out var limit) || limit.ValueKind == JsonValueKind.Null
            || limit.ToString() == "Infinity")
        {
            return null;
        }
        if (LooseJson.Number(limit) is { } number)
            return number;
        _findings.Refuse($"{at}/HighBound", "number-invalid", $"{limit.GetRawText()} is no number.");
        return null;
    }

    private decimal PriceIn(JsonElement priced, string at, string unit) =>
        CeemPrice.Read(priced, at, [unit], _findings).Price;

    private bool HasPrices() => _draft.Charges.Any(static charge => charge switch
    {
        ChargeDocument.Fixed { Price: 0m } or ChargeDocument.Usage { Price: PriceDocument.Flat { Price: 0m } } => false,
        ChargeDocument.Demand demand => IsPriced(demand.Price),
        ChargeDocument.Usage { Price: PriceDocument.Tiers tiers } => tiers.Steps.Any(static step => step.Price != 0m),
        _ => true,
    });

    private static bool IsPriced(PriceDocument price) => price switch
    {
        PriceDocument.Flat flat => flat.Price != 0m,
        PriceDocument.TimeOfUse timeOfUse => timeOfUse.Prices.Any(static period => IsPriced(period.Price)),
        _ => true,
    };

    private string? Text(string member) => tariff.TryGetProperty(member, out var value) ? LooseJson.Text(value) : null;
}
