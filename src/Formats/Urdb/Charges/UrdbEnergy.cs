using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>
/// Energy of a rate: tiers per period, counted over the calendar month and for each period by itself, and what riders
/// add
/// per month of the year.
/// </summary>
internal sealed class UrdbEnergy
{
    private const string Calendar = "energy";
    private const string EnergyUnit = "kWh";

    private readonly UrdbFields _fields;
    private readonly UrdbStructure? _structure;
    private readonly YearPlan? _plan;
    private readonly Func<int, string> _nameOf;

    public UrdbEnergy(UrdbFields fields)
    {
        _fields = fields;
        _structure = UrdbStructure.Read(fields, "energyratestructure");
        _plan = _structure is null
            ? null
            : new UrdbSchedule(fields, _structure).Read("energyweekdayschedule", "energyweekendschedule");
        _nameOf = UrdbPeriodNames.Of(fields, "energytoulabels");
        if (_structure is not null && _plan is not null)
            NoteUnused(_structure, _plan);
    }

    /// <summary>Whether blocks are counted per kW of the month's demand.</summary>
    public bool NeedsDemand => Scheduled().Any(period => LimitUnit(period) == "kwh/kw");

    /// <summary>Whether the file tells what is paid for what is fed in.</summary>
    public bool HasSellRates =>
        Scheduled().Any(period => _structure![period].Any(static tier => (tier.Sell ?? 0m) != 0m));

    /// <summary>The calendar of its periods, or null where the hours make no difference.</summary>
    public string? CalendarId => _plan?.Periods().Count > 1 ? Calendar : null;

    /// <summary>Adds what is paid for use.</summary>
    /// <param name="draft">The version.</param>
    /// <param name="demandCharge">The demand charge that blocks per kW refer to.</param>
    /// <param name="netting">The charge that sets what is fed in against use; null: there is none.</param>
    public void AddUse(VersionDraft draft, string demandCharge, string? netting)
    {
        if (_plan is null)
            return;
        var prices = Scheduled().ToDictionary(
            static period => period, period => PriceOf(period, static tier => tier.Price, demandCharge));
        draft.Charges.Add(new ChargeDocument.Usage(
            "energy", "Energy", VersionDraft.Untaxed, "import", EnergyUnit,
            draft.PriceOf(Calendar, _plan, prices, _nameOf), Netted: netting));
    }

    /// <summary>Adds what is paid for what is fed in.</summary>
    public void AddSale(VersionDraft draft)
    {
        if (_plan is null)
            return;
        var prices = Scheduled().ToDictionary(
            static period => period, period => PriceOf(period, static tier => tier.Sell ?? 0m, ""));
        draft.Charges.Add(new ChargeDocument.Usage(
            "feed-in", "Energy fed in", VersionDraft.Untaxed, "export", EnergyUnit,
            draft.PriceOf(Calendar, _plan, prices, _nameOf)));
    }

    /// <summary>Adds the fuel adjustment of each month.</summary>
    public void AddFuel(VersionDraft draft)
    {
        const string Field = "fueladjustmentsmonthly";
        if (_fields.Monthly(Field) is not { } months || months.All(static month => month == 0m))
            return;
        var plan = new YearPlan();
        for (var month = 0; month < YearPlan.Months; month++)
        {
            for (var day = 0; day < YearPlan.DaysOfWeek; day++)
                plan.Claim((month, day), 0, YearPlan.MinutesPerDay, Array.IndexOf(months, months[month]));
        }
        var prices = plan.Periods().ToDictionary(
            static month => month, PriceDocument (month) => new PriceDocument.Flat(months[month]));
        draft.Charges.Add(new ChargeDocument.Usage(
            "fuel", "Fuel adjustment", VersionDraft.Untaxed, "import", EnergyUnit,
            draft.PriceOf("fuel", plan, prices, static month => $"fuel-{month + 1}")));
    }

    private IEnumerable<int> Scheduled() => _plan?.Periods() ?? [];

    private PriceDocument PriceOf(int period, Func<UrdbTier, decimal> price, string demandCharge)
    {
        var path = _structure!.PathOf(period);
        var steps = TierSteps
            .Of([.. _structure[period].Select(tier => (tier.Max, price(tier)))], path, _fields.Findings);
        switch (LimitUnit(period))
        {
            case "" or "kwh":
                return TierSteps.ToPrice(steps, "month");
            case "kwhdaily":
                return TierSteps.ToPrice(steps, "day");
            case "kwh/kw" when demandCharge.Length > 0:
                return new PriceDocument.HoursUse(
                    [.. steps.Select(static step => new HoursUseStepDocument(step.Price, step.UpTo))], demandCharge);
            default:
                _fields.Findings.Refuse(
                    $"{path}/0/unit", "unit-unknown", $"Limits in \"{LimitUnit(period)}\" cannot be billed.");
                return new PriceDocument.Flat(0m);
        }
    }

    // The unit matters where there are limits; the last tier has none.
    private string LimitUnit(int period)
    {
        var tiers = _structure![period];
        if (tiers.Length == 1)
            return "";
        var units = tiers.SkipLast(1).Select(UnitOf).Distinct(StringComparer.Ordinal).ToList();
        return units.Count == 1 ? units[0] : string.Join(" and ", units);
    }

    private string UnitOf(UrdbTier tier) =>
        tier.Unit.Length > 0 ? tier.Unit : _fields.Word("energyrateunit");

    private void NoteUnused(UrdbStructure structure, YearPlan plan)
    {
        foreach (var period in structure.Periods.Except(plan.Periods()))
            _fields.Findings.Note($"{structure.PathOf(period)}: no hour belongs to this period; it is not billed.");
    }
}
