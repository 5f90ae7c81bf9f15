using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>Demand of a rate: of the whole month, by time of use, and of reactive power.</summary>
internal sealed class UrdbDemand(UrdbFields fields, UrdbOptions options, VersionDraft draft)
{
    private const string Flat = "flat-demand";
    private const string Blocks = "block-demand";
    private const string Coincident = "coincidentratestructure";
    private const string Reactive = "demandreactivepowercharge";
    private const decimal MinutesPerHour = 60m;

    private readonly RatchetDocument? _ratchet = UrdbRatchet.Read(fields);

    /// <summary>
    /// Adds the demand charges; answers the code of the one that blocks of kWh per kW refer to, which is the demand of
    /// the whole month and costs nothing where only the blocks need it.
    /// </summary>
    public string AddAll(bool needsBlocks)
    {
        AddFlat();
        AddByTime();
        AddReactive();
        AddCoincident();
        if (!needsBlocks)
            return "";
        if (draft.Charges.OfType<ChargeDocument.Demand>().Any(IsOfWholeMonth))
            return Flat;
        draft.Charges.Add(ChargeOf(Blocks, "Demand that sets the blocks", "kW", new PriceDocument.Flat(0m)));
        return Blocks;
    }

    private static bool IsOfWholeMonth(ChargeDocument.Demand charge) =>
        charge is { Code: Flat, Unit: "kW", Price: not PriceDocument.TimeOfUse };

    private void AddFlat()
    {
        if (UrdbStructure.Read(fields, "flatdemandstructure") is not { } structure)
            return;
        if (new UrdbSchedule(fields, structure).ReadMonths("flatdemandmonths") is { } plan)
            Add(Flat, "Highest demand of the month", (structure, plan), ("flatdemandunit", "flatdemandtoulabels"));
    }

    private void AddByTime()
    {
        if (UrdbStructure.Read(fields, "demandratestructure") is not { } structure)
            return;
        if (new UrdbSchedule(fields, structure).Read("demandweekdayschedule", "demandweekendschedule") is { } plan)
            Add("demand", "Demand by time of use", (structure, plan), ("demandrateunit", "demandtoulabels"));
    }

    private void Add(
        string code,
        string text,
        (UrdbStructure Structure, YearPlan Plan) prices,
        (string Unit, string Labels) names)
    {
        if (UrdbDemandUnit.Of(fields.Word(names.Unit)) is not { } unit)
        {
            fields.Refuse(names.Unit, "unit-unknown", $"Demand in \"{fields.Text(names.Unit)}\" cannot be billed.");
            return;
        }
        var (structure, plan) = prices;
        var byPeriod = plan.Periods().ToDictionary(
            static period => period, period => PriceOf(structure, period, unit));
        if (byPeriod.Values.All(static price => price is PriceDocument.Flat { Price: 0m }))
            return;
        var price = draft.PriceOf(code, plan, byPeriod, UrdbPeriodNames.Of(fields, names.Labels));
        // The demand of the month is one, whatever its season: each looks back at all.
        var ratchet = code == Flat && _ratchet is { } found && price is PriceDocument.TimeOfUse
            ? found with { Periods = "any" }
            : _ratchet;
        var charge = ChargeOf(code, text, unit.Unit, price) with { Ratchet = ratchet };
        draft.Charges.Add(unit.IsDaily ? charge with { Basis = "daily" } : charge);
    }

    private PriceDocument PriceOf(UrdbStructure structure, int period, UrdbDemandUnit unit) => TierSteps.ToPrice(
        TierSteps.Of(
            [.. structure[period].Select(tier => (unit.LimitOf(tier.Max), unit.PriceOf(tier.Price)))],
            structure.PathOf(period),
            fields.Findings),
        "month");

    private void AddReactive()
    {
        if (fields.Number(Reactive) is not { } price || price == 0m)
            return;
        if (options.WithReactivePower)
            draft.Charges.Add(ChargeOf("reactive-power", "Reactive power", "kVAr", new PriceDocument.Flat(price)));
        else
            fields.Findings.Note($"{fields.PathOf(Reactive)}: left out, for reactive power is not metered.");
    }

    // Which hour the peak of the system falls in is known only after the month, and to the utility alone.
    private void AddCoincident()
    {
        if (UrdbStructure.Read(fields, Coincident) is not { } structure
            || structure.Tiers.All(static tier => tier.Price == 0m))
        {
            return;
        }
        if (!options.WithPeakEvents)
        {
            fields.Refuse(Coincident, "coincident-demand",
                "The file does not tell when the peak of the system is; it is billed where peak events are given.");
            return;
        }
        if (UrdbDemandUnit.Of(fields.Word("coincidentrateunit")) is not { IsDaily: false } unit)
        {
            fields.Refuse("coincidentrateunit", "unit-unknown",
                $"Demand in \"{fields.Text("coincidentrateunit")}\" cannot be billed.");
        }
        else if (PricedMonths(structure) is { } months)
        {
            AddCoincident(structure, months, unit);
        }
    }

    private void AddCoincident(UrdbStructure structure, int?[] months, UrdbDemandUnit unit)
    {
        const string Events = "system-peaks";
        draft.AddEvents(Events);
        var periods = months.OfType<int>().Distinct().Order().ToList();
        foreach (var period in periods)
        {
            var code = periods.Count == 1 ? "coincident-demand" : $"coincident-demand-{period}";
            int[] priced = [.. Enumerable.Range(1, YearPlan.Months).Where(month => months[month - 1] == period)];
            draft.Charges.Add(
                ChargeOf(code, "Demand at the peak of the system", unit.Unit, PriceOf(structure, period, unit)) with
                {
                    Basis = "coincident",
                    Events = Events,
                    Months = priced.Length == YearPlan.Months ? null : [.. priced],
                });
        }
        fields.Findings.Note(
            $"{fields.PathOf(Coincident)}: peaks of the system are those that are given, in hours that have a price.");
    }

    // The one period of each month that has a price, null where none has; null after a problem was noted.
    private int?[]? PricedMonths(UrdbStructure structure)
    {
        const string Field = "coincidentrateschedule";
        if (new UrdbSchedule(fields, structure).Read(Field, Field) is not { } plan)
            return null;
        var months = new int?[YearPlan.Months];
        for (var month = 0; month < months.Length; month++)
        {
            var priced = plan.Day(month, 0).ToArray().Distinct()
                .Where(period => structure[period].Any(static tier => tier.Price != 0m)).ToList();
            if (priced.Count > 1)
            {
                fields.Refuse(Field, "coincident-demand",
                    $"Month {month + 1} has several prices for the peak of the system, by its hour.");
                return null;
            }
            months[month] = priced.Count == 1 ? priced[0] : null;
        }
        return months;
    }

    private ChargeDocument.Demand ChargeOf(string code, string text, string unit, PriceDocument price) =>
        new(code, text, VersionDraft.Untaxed, "import", unit, Window(), price);

    private int Window()
    {
        const string Field = "demandwindow";
        if (fields.Number(Field) is not { } minutes || minutes == 0m)
        {
            fields.Findings
                .Note($"No demand window is told; demand is averaged over {options.DemandWindowMinutes} minutes.");
            return options.DemandWindowMinutes;
        }
        if (minutes is > 0m and <= MinutesPerHour && MinutesPerHour % minutes == 0m
            && minutes == decimal.Floor(minutes))
            return (int)minutes;
        fields.Refuse(Field, "demand-window", $"A demand window divides the hour; {minutes} minutes do not.");
        return options.DemandWindowMinutes;
    }
}
