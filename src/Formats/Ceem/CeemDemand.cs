using System.Globalization;
using System.Text.Json;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Ceem;

/// <summary>Demand charges of a network tariff: each is the highest demand in its own hours.</summary>
internal sealed class CeemDemand(VersionDraft draft, ImportFindings findings)
{
    // A window of one is one interval of the half-hourly data these tariffs are for.
    private const int MinutesPerInterval = 30;

    /// <summary>Adds a charge for each of the prices.</summary>
    public void Add(JsonElement prices, string at)
    {
        foreach (var price in prices.EnumerateObject())
            AddOne(price.Value, price.Name.Trim(), $"{at}/{price.Name}");
    }

    private void AddOne(JsonElement price, string name, string at)
    {
        RefuseUnbillable(price, at);
        var (amount, unit) = CeemPrice.Read(price, at, ["$/kW/Month", "$/kW/Day"], findings);
        var plan = new YearPlan();
        if (!CeemHours.Claim(price, at, (plan, 0), findings))
            return;
        plan.FillFree(1);
        var words = name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = $"demand-{string.Join('-', words)}";
        var byPeriod = new Dictionary<int, PriceDocument>
        {
            [0] = new PriceDocument.Flat(amount),
            [1] = new PriceDocument.Flat(0m),
        };
        draft.Charges.Add(new ChargeDocument.Demand(
            code, $"Demand {name}", VersionDraft.Untaxed, "import", "kW", WindowOf(price, at),
            draft.PriceOf(code, plan, byPeriod, static period => period == 0 ? "window" : "other"))
        {
            Per = unit == "$/kW/Day" ? "day" : "month",
        });
    }

    private void RefuseUnbillable(JsonElement price, string at)
    {
        if (NumberOf(price, "Number of Peaks", 1m) != 1m)
            findings.Refuse($"{at}/Number of Peaks", "demand-average", "The mean of several peaks cannot be billed.");
        if (IsOn(price, "Day Average"))
            findings.Refuse(
                $"{at}/Day Average", "demand-average", "The mean demand of a day's window cannot be billed.");
        if (IsOn(price, "Based on Network Peak"))
            findings.Refuse(
                $"{at}/Based on Network Peak", "coincident-demand", "The file does not tell when the network peaks.");
        if (NumberOf(price, "Min Demand (kW)", 0m) != 0m || NumberOf(price, "Min Demand Charge ($)", 0m) != 0m)
            findings.Refuse($"{at}/Min Demand (kW)", "demand-least", "A least demand cannot be billed.");
        if (price.TryGetProperty("Group", out _))
            findings.Refuse(
                $"{at}/Group", "demand-group", "Of several demands only the dearest is billed; that cannot be.");
        if (price.TryGetProperty("Capacity", out _))
            findings.Refuse($"{at}/Capacity", "demand-capacity", "A demand over a booked capacity cannot be billed.");
    }

    private int WindowOf(JsonElement price, string at)
    {
        var intervals = NumberOf(price, "Demand Window Length", 1m);
        if (intervals is 1m or 2m)
            return (int)intervals * MinutesPerInterval;
        findings.Refuse($"{at}/Demand Window Length", "demand-window",
            string.Create(CultureInfo.InvariantCulture, $"A window of {intervals} half-hours is longer than an hour."));
        return MinutesPerInterval;
    }

    private static decimal NumberOf(JsonElement price, string member, decimal absent) =>
        price.TryGetProperty(member, out var value) ? LooseJson.Number(value) ?? absent : absent;

    private static bool IsOn(JsonElement price, string member) =>
        price.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;
}
