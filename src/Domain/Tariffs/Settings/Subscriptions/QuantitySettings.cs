using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Settings of prices by quantity, of discounts and of corrections.</summary>
public static class QuantitySettings
{
    /// <summary>Whether the first flat fee is due for nothing.</summary>
    public static readonly Setting<ZeroQuantityFee> ZeroFee = Setting.Word(
        "zero-quantity-fee",
        "Whether the flat fee of the first step is due where the quantity is zero: first-step, or none.",
        ("first-step", ZeroQuantityFee.FirstStep),
        ("none", ZeroQuantityFee.None));

    /// <summary>By what steps are reached where quantities count for some days only.</summary>
    public static readonly Setting<ProratedSteps> ProratedSteps = Setting.Word(
        "prorated-steps",
        "Which step a quantity is in that counts for some days of the period only: whole goes by the whole quantities, "
        + "counted by what is counted of them.",
        ("whole", Subscriptions.ProratedSteps.Whole),
        ("counted", Subscriptions.ProratedSteps.Counted));

    /// <summary>What use that counts by time is divided by.</summary>
    public static readonly Setting<PartialUse> PartialUse = Setting.Word(
        "partial-use",
        "What weighted and prorated use is divided by in a part of a period, such as the first one: part, its own"
        + " length, so that what is there all the time counts whole; period, that of the full period, as Lago counts.",
        ("part", Subscriptions.PartialUse.Part),
        ("period", Subscriptions.PartialUse.Period));

    /// <summary>Whether what is included is cut in a part of a period.</summary>
    public static readonly Setting<PartLimits> PartLimits = Setting.Word(
        "part-limits",
        "Whether limits of steps, units and amounts that are free in a charge for events are cut in a part of a period:"
        + " whole, they stay as they are written; by-days, a part has its share of them by its days, to six decimals.",
        ("whole", Subscriptions.PartLimits.Whole),
        ("by-days", Subscriptions.PartLimits.ByDays));

    /// <summary>Which lines a discount is taken of.</summary>
    public static readonly Setting<DiscountBase> DiscountBase = Setting.Word(
        "discount-base",
        "Which lines a discount is taken of: all, so that a credit gives back what was paid; or charges only.",
        ("all", Subscriptions.DiscountBase.All),
        ("charges", Subscriptions.DiscountBase.Charges));

    /// <summary>How long a period may be corrected.</summary>
    public static readonly Setting<decimal?> CorrectionMonths = Setting.Number(
        "correction-months",
        "How many months after its end a period of event charges may be corrected; what was billed is kept so long.",
        12m,
        (0m, 120m));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All =>
        [ZeroFee, ProratedSteps, PartialUse, PartLimits, DiscountBase, CorrectionMonths];
}
