using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Demands;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of demand charges: windows, parts of a month, ratchets, power factor, rounding.</summary>
public static class DemandSettings
{
    private const decimal DemandMax = 1_000_000_000m;
    private const decimal DecimalsMax = 6m;

    /// <summary>Where windows may begin.</summary>
    public static readonly Setting<DemandWindow> Window = Setting.Word(
        "demand-window",
        "Where a window of demand may begin: block at every multiple of its length; sliding at every interval, whole"
        + " windows inside the hours of a period only.",
        ("block", DemandWindow.Block),
        ("sliding", DemandWindow.Sliding));

    /// <summary>What is done where intervals are longer than a window.</summary>
    public static readonly Setting<LongIntervals> LongIntervals = Setting.Word(
        "demand-intervals",
        "What is done where intervals are longer than the window of a demand, as with an hourly load and quarters of an"
        + " hour: hold keeps the bill back; as-windows takes each interval as a window.",
        ("hold", Demands.LongIntervals.Hold),
        ("as-windows", Demands.LongIntervals.AsWindows));

    /// <summary>What a part of a month does.</summary>
    public static readonly Setting<DemandPart> Part = Setting.Word(
        "demand-part",
        "What a part of a bill period or a rate change in it does: prorate counts each price by its days; whole takes"
        + " the price of the last days for the whole period.",
        ("prorate", DemandPart.Prorate),
        ("whole", DemandPart.Whole));

    /// <summary>Which days are measured where a rate changes.</summary>
    public static readonly Setting<DemandSpan> Span = Setting.Word(
        "demand-span",
        "Which days a demand is measured on where a rate changes: bill takes all service days for both prices; version"
        + " takes the days of each price alone.",
        ("bill", DemandSpan.Bill),
        ("version", DemandSpan.Version));

    /// <summary>Step of a billed demand.</summary>
    public static readonly Setting<decimal?> Step = Setting.Number(
        "demand-step",
        "Billed demand is a multiple of this, such as 1 for whole kW or 0.1. Default: exact.",
        null,
        (0.000001m, DemandMax));

    /// <summary>Which way the step rounds.</summary>
    public static readonly Setting<DemandRounding> Rounding = Setting.Word(
        "demand-rounding",
        "How a billed demand is brought to its step: nearest (half away from zero), up or down.",
        ("nearest", DemandRounding.Nearest),
        ("up", DemandRounding.Up),
        ("down", DemandRounding.Down));

    /// <summary>Step of what goes beyond another quantity.</summary>
    public static readonly Setting<decimal?> ExcessStep = Setting.Number(
        "excess-step",
        "What goes beyond a percentage of another quantity, of a price of the kind excess or a demand with over, is a"
        + " multiple of this, such as 1 for whole kVAr. Default: exact.",
        null,
        (0.000001m, DemandMax));

    /// <summary>Which way that step rounds.</summary>
    public static readonly Setting<DemandRounding> ExcessRounding = Setting.Word(
        "excess-rounding",
        "How what goes beyond is brought to its step: nearest (half away from zero), up or down.",
        ("nearest", DemandRounding.Nearest),
        ("up", DemandRounding.Up),
        ("down", DemandRounding.Down));

    /// <summary>Demand the customer contracted.</summary>
    public static readonly Setting<decimal?> ContractDemand = Setting.Number(
        "contract-demand", "Demand the customer contracted, in the unit of the charge.", null, (0m, DemandMax));

    /// <summary>Peaks of months before, given by hand.</summary>
    public static readonly Setting<ImmutableArray<PriorPeak>> PriorPeaks =
        Setting.Text<ImmutableArray<PriorPeak>>(
            "prior-peaks",
            "Highest demands of months before: 2024-07:120,2024-08:130; with a charge and a time-of-use period"
            + " demand@2024-07/peak:120. They count beside those of the state.",
            [],
            PriorPeakText.Read);

    /// <summary>Whether the own month counts.</summary>
    public static readonly Setting<OwnMonth> OwnMonth = Setting.Word(
        "ratchet-own-month",
        "Whether the month that is billed counts among the months of its ratchet: out (\"the preceding 11 months\") or"
        + " in (\"the 12 months ending with this one\").",
        ("out", Demands.OwnMonth.Out),
        ("in", Demands.OwnMonth.In));

    /// <summary>What counts without history.</summary>
    public static readonly Setting<FirstYearRule> FirstYear = Setting.Word(
        "ratchet-first-year",
        "What a ratchet takes where no month before is known: none bills the own demand; own-month takes the own demand"
        + " as history; contract-demand bills at least the contract demand.",
        ("none", FirstYearRule.None),
        ("own-month", FirstYearRule.OwnMonth),
        ("contract-demand", FirstYearRule.ContractDemand));

    /// <summary>What a mean of months takes where fewer of them are known.</summary>
    public static readonly Setting<RollingFirstYear> RollingFirstYear = Setting.Word(
        "rolling-first-year",
        "What a rolling mean of months takes where fewer of them are known: known is the mean of those; least counts"
        + " the others with the least of a month, or with nothing where it has none.",
        ("known", Demands.RollingFirstYear.Known),
        ("least", Demands.RollingFirstYear.Least));

    /// <summary>Which demand is kept for ratchets.</summary>
    public static readonly Setting<RatchetHistory> History = Setting.Word(
        "ratchet-history",
        "Which demand of a month later ratchets look at: measured (with its power factor) or billed (with minimum and"
        + " ratchet).",
        ("measured", RatchetHistory.Measured),
        ("billed", RatchetHistory.Billed));

    /// <summary>The power factor where it is not metered.</summary>
    public static readonly Setting<decimal?> PowerFactor = Setting.Number(
        "power-factor",
        "Power factor of the contract, 0.01 to 1, in the place of a metered one. Default: metered.",
        null,
        (0.01m, 1m));

    /// <summary>Which use it is of.</summary>
    public static readonly Setting<PowerFactorMeasure> PowerFactorMeasure = Setting.Word(
        "power-factor-measure",
        "Which use a metered power factor is of: average of the bill period, or at-peak of the window of the highest"
        + " demand.",
        ("average", Demands.PowerFactorMeasure.Average),
        ("at-peak", Demands.PowerFactorMeasure.AtPeak));

    /// <summary>Decimals of a metered power factor.</summary>
    public static readonly Setting<decimal?> PowerFactorDecimals = Setting.Number(
        "power-factor-decimals",
        "Decimals a metered power factor is rounded to, such as 2. Default: exact.",
        null,
        (0m, DecimalsMax));

    /// <summary>What several events make.</summary>
    public static readonly Setting<CoincidentRule> Coincident = Setting.Word(
        "coincident-demand",
        "What several events make of a coincident demand that does not say: highest, mean or sum of their demands.",
        ("highest", CoincidentRule.Highest),
        ("mean", CoincidentRule.Mean),
        ("sum", CoincidentRule.Sum));

    /// <summary>Demands in events before, given by hand.</summary>
    public static readonly Setting<ImmutableArray<PriorEvent>> PriorEvents =
        Setting.Text<ImmutableArray<PriorEvent>>(
            "prior-events",
            "Demands in events before, for a coincident demand that looks back at them: 2024-08-20T16:45=412.5, several"
            + " with a comma; with a charge transmission@2024-08-20T16:45=412.5. They go over those of the state.",
            [],
            SettingText.PriorEvents);

    /// <summary>What counts where no event before is known.</summary>
    public static readonly Setting<CoincidentFirstYear> CoincidentFirstYear = Setting.Word(
        "coincident-first-year",
        "What a coincident demand of earlier events is where none of them is known: hold keeps the bill back; none"
        + " bills nothing; highest bills the highest demand of the bill; contract-demand bills the contract demand.",
        ("hold", Demands.CoincidentFirstYear.Hold),
        ("none", Demands.CoincidentFirstYear.None),
        ("highest", Demands.CoincidentFirstYear.Highest),
        ("contract-demand", Demands.CoincidentFirstYear.ContractDemand));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All =>
    [
        Window, LongIntervals, Part, Span, Step, Rounding, ExcessStep, ExcessRounding, ContractDemand, PriorPeaks,
        OwnMonth, FirstYear, RollingFirstYear, History, PowerFactor, PowerFactorMeasure, PowerFactorDecimals,
        Coincident, PriorEvents, CoincidentFirstYear,
    ];
}
