using System.Collections.Immutable;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>
/// Energy of a rate: tiers per period, counted over the calendar month, and what riders add per month of the year.
/// </summary>
internal sealed class UrdbEnergy
{
    private const string Calendar = "energy";
    private const string EnergyUnit = "kWh";
    private const string PerDemand = "kwh/kw";

    private readonly UrdbFields _fields;
    private readonly UrdbStructure? _structure;
    private readonly YearPlan? _plan;
    private readonly Func<int, string> _nameOf;
    private readonly PriceSeriesDocument? _hourly;

    public UrdbEnergy(UrdbFields fields, UrdbOptions options)
    {
        _fields = fields;
        _hourly = UrdbYearPrices.Read(fields, options);
        _structure = fields.Has(UrdbYearPrices.Field) ? null : UrdbStructure.Read(fields, "energyratestructure");
        _plan = _structure is null
            ? null
            : new UrdbSchedule(fields, _structure).Read("energyweekdayschedule", "energyweekendschedule");
        _nameOf = UrdbPeriodNames.Of(fields, "energytoulabels");
        if (_structure is not null && _plan is not null)
            NoteUnused(_structure, _plan);
    }

    /// <summary>Whether each hour has a price of its own.</summary>
    public bool IsHourly => _hourly is not null;

    /// <summary>Whether there are tiers in more than one period, so that they count the use of all of them.</summary>
    public bool CountsTogether =>
        Scheduled().Skip(1).Any() && Scheduled().Any(period => _structure![period].Length > 1);

    /// <summary>Whether blocks are counted per kW of the month's demand.</summary>
    public bool NeedsDemand => Scheduled().Any(period => LimitUnit(period) == PerDemand || HasNestedTiers(period));

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
        if (_hourly is not null)
            AddUsage(draft, draft.PriceOf(_hourly), netting);
        if (_plan is null)
            return;
        var prices = Scheduled().ToDictionary(
            static period => period, period => PriceOf(period, static tier => tier.Price, demandCharge));
        AddUsage(draft, draft.PriceOf(Calendar, _plan, prices, _nameOf), netting);
    }

    /// <summary>Adds what is paid for what is fed in.</summary>
    public void AddSale(VersionDraft draft)
    {
        if (_plan is null)
            return;
        var prices = Scheduled().ToDictionary(
            static period => period, period => PriceOf(period, static tier => tier.Sell ?? 0m, ""));
        AddSale(draft, draft.PriceOf(Calendar, _plan, prices, _nameOf));
    }

    /// <summary>Adds a price of one's own for what is fed in.</summary>
    public static void AddSale(VersionDraft draft, PriceDocument price) => draft.Charges.Add(
        new ChargeDocument.Usage("feed-in", "Energy fed in", VersionDraft.Untaxed, "export", EnergyUnit, price));

    /// <summary>Adds what is fed in at the price of use, where each hour has one.</summary>
    public void AddHourlySale(VersionDraft draft)
    {
        if (_hourly is not null)
            AddSale(draft, draft.PriceOf(_hourly));
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

    private static void AddUsage(VersionDraft draft, PriceDocument price, string? netting) => draft.Charges.Add(
        new ChargeDocument.Usage(
            "energy", "Energy", VersionDraft.Untaxed, "import", EnergyUnit, price, Netted: netting));

    private IEnumerable<int> Scheduled() => _plan?.Periods() ?? [];

    private PriceDocument PriceOf(int period, Func<UrdbTier, decimal> price, string demandCharge)
    {
        var path = _structure!.PathOf(period);
        if (HasNestedTiers(period) && demandCharge.Length > 0)
            return Nested(period, price, demandCharge);
        var steps = TierSteps
            .Of([.. _structure[period].Select(tier => (tier.Max, price(tier)))], path, _fields.Findings);
        switch (LimitUnit(period))
        {
            case "" or "kwh":
                return TierSteps.ToPrice(steps, "month");
            case "kwhdaily":
                return TierSteps.ToPrice(steps, "day");
            case PerDemand when demandCharge.Length > 0:
                return new PriceDocument.HoursUse(
                    [.. steps.Select(static step => new HoursUseStepDocument(step.Price, step.UpTo))], demandCharge);
            default:
                _fields.Findings.Refuse(
                    $"{path}/0/unit", "unit-unknown", $"Limits in \"{LimitUnit(period)}\" cannot be billed.");
                return new PriceDocument.Flat(0m);
        }
    }

    // Tiers in kWh behind one in kWh per kW lie inside it, and its own price is not billed.
    private bool HasNestedTiers(int period)
    {
        var tiers = _structure![period];
        return tiers.Length > 1 && UnitOf(tiers[0]) == PerDemand && tiers.Any(tier => UnitOf(tier) != PerDemand)
            && tiers.All(tier => UnitOf(tier) is PerDemand or "kwh");
    }

    private PriceDocument.HoursUse Nested(int period, Func<UrdbTier, decimal> price, string demandCharge)
    {
        var path = _structure!.PathOf(period);
        var blocks = new List<(UrdbTier Tier, List<UrdbTier> Inside)>();
        foreach (var tier in _structure[period])
        {
            if (UnitOf(tier) == PerDemand)
                blocks.Add((tier, []));
            else
                blocks[^1].Inside.Add(tier);
        }
        var limits = TierSteps
            .Of([.. blocks.Select(block => (block.Tier.Max, price(block.Tier)))], path, _fields.Findings);
        if (limits.Length < blocks.Count)
            _fields.Findings.Refuse(path, "unit-unknown", "Blocks per kW that do not rise cannot hold tiers in kWh.");
        return new PriceDocument.HoursUse(
            [
                .. limits.Zip(blocks, (limit, block) => block.Inside.Count == 0
                    ? new HoursUseStepDocument(limit.Price, limit.UpTo)
                    : new HoursUseStepDocument(null, limit.UpTo, StepsOf(block.Inside, price, path))),
            ],
            demandCharge);
    }

    private ImmutableArray<TierDocument> StepsOf(List<UrdbTier> tiers, Func<UrdbTier, decimal> price, string path) =>
        TierSteps.Of([.. tiers.Select(tier => (tier.Max, price(tier)))], path, _fields.Findings);

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
