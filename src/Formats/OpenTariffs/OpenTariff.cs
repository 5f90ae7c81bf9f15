using System.Globalization;
using System.Text.Json;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.OpenTariffs;

/// <summary>Turns one entry of the collection into a tariff.</summary>
internal sealed class OpenTariff
{
    private const int DemandWindowMinutes = 30;
    private static readonly DateOnly AnyDay = new(1900, 1, 1);
    private static readonly string[] Members =
        ["kind", "validFrom", "supply", "import", "export", "controlledLoad", "seasons", "demand"];

    private readonly ImportFindings _findings = new();
    private readonly VersionDraft _draft = new();
    private readonly OpenObject _meta;
    private readonly OpenObject _tariff;
    private readonly string _unit;

    private OpenTariff(JsonElement meta, JsonElement tariff)
    {
        string[] described = [.. meta.EnumerateObject().Select(static member => member.Name)];
        _meta = new OpenObject(meta, "meta", _findings, described);
        _tariff = new OpenObject(tariff, "tariff", _findings, Members);
        _unit = _meta.Find("unit")?.GetString() ?? "kWh";
    }

    /// <summary>The tariff, or its problems.</summary>
    public static ImportedTariff Read(JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty("tariff", out var tariff))
        {
            return new OpenTariff(meta, tariff).Read();
        }
        return ImportedTariff.Refused("", "entry-invalid", "An entry has a meta and a tariff.");
    }

    private ImportedTariff Read()
    {
        var name = $"{_meta.Text("provider")}: {_meta.Text("plan")}";
        if (_meta.Text("schemaVersion") is not "1" and var version)
            _findings.Refuse("meta/schemaVersion", "version-unknown", $"Version {version} is not 1.");
        AddCharges();
        var from = ValidFrom();
        if (_findings.HasProblems)
            return new ImportedTariff(name, null, _findings.Problems, _findings.Notes);
        var priced =
            _draft.ToVersion(from, null) with { Notes = _meta.Find("notes") is { } notes ? [notes.ToString()] : null };
        var document = new TariffDocument(
            _meta.Text("id"), name, _meta.Text("currency"), [priced], _meta.Find("timezone")?.GetString());
        return new ImportedTariff(name, document, _findings.Problems, _findings.Notes);
    }

    private void AddCharges()
    {
        var seasons = new OpenSeasons(_tariff.List("seasons"), _findings);
        if (_tariff.Find("supply") is { } supply)
        {
            var price = new OpenObject(supply, "tariff/supply", _findings, "daily").Required("daily");
            _draft.Charges.Add(new ChargeDocument.Fixed("supply", "Supply charge", VersionDraft.Untaxed, "day", price));
        }
        AddDemand();
        AddRates("import", ("energy", "Energy"), seasons);
        RefuseControlled();
        if (_tariff.Find("export") is not null)
            AddRates("export", ("feed-in", "Energy fed in"), seasons);
    }

    private void AddRates(string direction, (string Code, string Text) head, OpenSeasons seasons)
    {
        var path = $"tariff/{direction}";
        if (_tariff.Find(direction) is not { } rates)
            _findings.Refuse(path, "required", "An entry has prices for use.");
        else if (new OpenRates(seasons, _draft, _findings).Read(rates, path) is { } price)
            _draft.Charges.Add(new ChargeDocument.Usage(
                head.Code, head.Text, VersionDraft.Untaxed, direction, _unit, price));
    }

    // Its use is part of no other price, and the file does not tell which channels measure what.
    private void RefuseControlled()
    {
        if (_tariff.List("controlledLoad").Any())
        {
            _findings.Refuse("tariff/controlledLoad", "controlled-load",
                "Circuits with a meter of their own cannot be billed: the file does not name channels.");
        }
    }

    private void AddDemand()
    {
        var number = 0;
        foreach (var (value, path) in _tariff.List("demand"))
        {
            var demand = new OpenObject(value, path, _findings, "name", "rate", "window");
            var code = string.Create(CultureInfo.InvariantCulture, $"demand-{++number}");
            _findings.Note(
                $"{path}: the schema has no demand window; demand is averaged over {DemandWindowMinutes} minutes.");
            _draft.Charges.Add(new ChargeDocument.Demand(
                code, demand.Find("name")?.GetString() ?? "Demand", VersionDraft.Untaxed, "import", "kW",
                DemandWindowMinutes, DemandPrice(demand, code)));
        }
    }

    private PriceDocument DemandPrice(OpenObject demand, string code)
    {
        var price = new PriceDocument.Flat(demand.Required("rate"));
        if (demand.Find("window") is not { } window)
            return price;
        var plan = new YearPlan();
        OpenHours.Claim((window, $"{demand.Path}/window"), plan, static (_, _) => 0, _findings);
        plan.FillFree(1);
        var prices = new Dictionary<int, PriceDocument> { [0] = price, [1] = new PriceDocument.Flat(0m) };
        return _draft.PriceOf(code, plan, prices, static period => period == 0 ? "window" : "other");
    }

    private DateOnly ValidFrom()
    {
        if (_tariff.Find("validFrom") is not { } given)
            return AnyDay;
        if (DateOnly.TryParseExact(
            given.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        _findings.Refuse("tariff/validFrom", "date-invalid", $"\"{given}\" is no day such as 2025-01-31.");
        return AnyDay;
    }
}
