using System.Globalization;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.ChargeRows;

/// <summary>Turns the rows of one utility into charges.</summary>
internal sealed class ChargeRowPrices(
    IReadOnlyList<ChargeRow> rows, VersionDraft draft, ChargeRowOptions options, ImportFindings findings)
{
    /// <summary>Adds the charges in the order of a bill.</summary>
    public void Add()
    {
        foreach (var row in rows.Where(static row => !row.IsInYear()))
            findings.Refuse(row.Path, "hours-reversed",
                "Months are 1 to 12, days 0 to 6, hours 0 to 24, and each ends after it starts.");
        foreach (var row in rows.Where(static row => row.Type is not ("customer" or "demand" or "energy" or "export")))
            findings.Refuse(
                $"{row.Path}/type", "word-unknown", $"\"{row.Type}\" is not customer, demand, energy or export.");
        if (findings.HasProblems)
            return;
        AddFixed();
        AddDemand();
        AddEnergy("energy", ("energy", "Energy", "import"));
        if (options.WithGeneration)
            AddEnergy("export", ("feed-in", "Energy fed in", "export"));
    }

    private void AddFixed()
    {
        var number = 0;
        foreach (var row in rows.Where(static row => row.Type == "customer"))
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"customer-{++number}");
            if (row.Unit is "month" or "day" or "year")
                draft.Charges
                    .Add(new ChargeDocument.Fixed(code, "Customer charge", VersionDraft.Untaxed, row.Unit, row.Price));
            else
                findings.Refuse($"{row.Path}/units", "unit-unknown", $"\"{row.Unit}\" is not month, day or year.");
        }
    }

    // Rows of one name are one demand with several hours; a row without a name is a demand of its own.
    private void AddDemand()
    {
        var named = rows.Where(static row => row.Type == "demand")
            .GroupBy(static row => row.Name.Length > 0 ? row.Name : row.Path.Replace(' ', '-'), StringComparer.Ordinal);
        foreach (var demand in named)
        {
            var prices = demand.Select(static row => row.Price).Distinct().ToList();
            if (prices.Count > 1 || demand.Any(static row => row.Limit != 0m || row.Unit != "kw"))
            {
                findings.Refuse(demand.First().Path, "demand-price", "A demand has one price per kW, without limits.");
                continue;
            }
            var code = $"demand-{demand.Key}";
            var plan = new YearPlan();
            foreach (var row in demand)
                row.Claim(plan, 0);
            plan.FillFree(1);
            var byPeriod = new Dictionary<int, PriceDocument>
            {
                [0] = new PriceDocument.Flat(prices[0]),
                [1] = new PriceDocument.Flat(0m),
            };
            draft.Charges.Add(new ChargeDocument.Demand(
                code, $"Demand {demand.Key}", VersionDraft.Untaxed, "import", "kW", options.DemandWindowMinutes,
                draft.PriceOf(code, plan, byPeriod, static period => period == 0 ? "window" : "other")));
        }
    }

    private void AddEnergy(string type, (string Code, string Text, string Direction) head)
    {
        var priced = rows.Where(row => row.Type == type).ToList();
        var units = priced.Select(static row => row.Unit).Distinct(StringComparer.Ordinal).ToList();
        if (priced.Count == 0)
            return;
        if (units.Count > 1 || units[0] is not ("kwh" or "therm"))
        {
            findings.Refuse($"{priced[0].Path}/units", "unit-unknown",
                $"Energy is priced per kWh or per therm, not {string.Join(", ", units)}.");
            return;
        }
        var price = priced.TrueForAll(static row => row.Limit == 0m) ? ByTime(priced, head.Code) : ByLimit(priced);
        if (price is not null)
        {
            draft.Charges.Add(new ChargeDocument.Usage(
                head.Code, head.Text, VersionDraft.Untaxed, head.Direction, units[0] == "kwh" ? "kWh" : "therm",
                    price));
        }
    }

    // Hours of one price are one period, whatever row they come from.
    private PriceDocument? ByTime(List<ChargeRow> priced, string calendar)
    {
        var plan = new YearPlan();
        var prices = priced.Select(static row => row.Price).Distinct().Order().ToList();
        foreach (var row in priced.Where(row => !row.Claim(plan, prices.IndexOf(row.Price))))
            findings.Refuse(row.Path, "hours-overlap", "Another row prices some of these hours.");
        if (plan.FirstFree() is var (month, day, minute))
        {
            findings.Refuse(priced[0].Path, "hours-missing",
                $"No row has {minute / 60:00}:{minute % 60:00} on day {day + 1} of the week in month {month + 1}.");
        }
        var byPeriod = plan.Periods().ToDictionary(
            static period => period, PriceDocument (period) => new PriceDocument.Flat(prices[period]));
        return findings.HasProblems
            ? null
            : draft.PriceOf(calendar, plan, byPeriod, static period => $"rate-{period + 1}");
    }

    private PriceDocument? ByLimit(List<ChargeRow> priced)
    {
        var ordered = priced.OrderBy(static row => row.Limit).ToList();
        foreach (var row in ordered)
        {
            var plan = new YearPlan();
            row.Claim(plan, 0);
            if (plan.FirstFree() is not null)
                findings.Refuse(
                    row.Path, "limits-by-hour", "Limits over prices that depend on the hour cannot be billed.");
        }
        if (findings.HasProblems)
            return null;
        var tiers = ordered.Select((row, index) =>
            (index + 1 < ordered.Count ? ordered[index + 1].Limit : (decimal?)null, row.Price)).ToList();
        if (ordered[0].Limit > 0m)
            tiers.Insert(0, (ordered[0].Limit, 0m));
        return TierSteps.ToPrice(TierSteps.Of(tiers, ordered[0].Path, findings), "month");
    }
}
