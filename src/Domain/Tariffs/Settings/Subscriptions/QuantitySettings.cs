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
        + "counted by what is counted of them; added goes by the whole quantities, where a value that is removed frees"
        + " no place, so that one that comes back counts as one more; last puts all that counts into the steps that the"
        + " whole quantity at the end of the period reaches, by their shares of it.",
        ("whole", Subscriptions.ProratedSteps.Whole),
        ("counted", Subscriptions.ProratedSteps.Counted),
        ("added", Subscriptions.ProratedSteps.Added),
        ("last", Subscriptions.ProratedSteps.Last));

    /// <summary>What a quantity below zero costs.</summary>
    public static readonly Setting<NegativeUse> NegativeUse = Setting.Word(
        "negative-use",
        "What a period costs in which the quantity of a charge for events is below zero: credited, its price, which is"
        + " a credit; nothing, no price and no flat fee.",
        ("credited", Subscriptions.NegativeUse.Credited),
        ("nothing", Subscriptions.NegativeUse.Nothing));

    /// <summary>What is rounded where a period that was billed is rated again.</summary>
    public static readonly Setting<DifferenceRounding> DifferenceRounding = Setting.Word(
        "difference-rounding",
        "What is rounded where a period of event charges is rated again, as with late events or bills inside it: whole,"
        + " what it comes to in all, so that its bills sum to that; each, what each bill adds, by itself.",
        ("whole", Subscriptions.DifferenceRounding.Whole),
        ("each", Subscriptions.DifferenceRounding.Each));

    /// <summary>What use that counts by time is divided by.</summary>
    public static readonly Setting<PartialUse> PartialUse = Setting.Word(
        "partial-use",
        "What weighted and prorated use is divided by in a part of a period, such as the first one: part, its own"
        + " length, so that what is there all the time counts whole; period, that of the full period, so that what was"
        + " there before it counts for its days too, as Lago counts.",
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
    [
        ZeroFee, ProratedSteps, NegativeUse, PartialUse, PartLimits, DiscountBase, CorrectionMonths, DifferenceRounding,
    ];
}
