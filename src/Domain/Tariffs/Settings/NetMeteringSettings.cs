using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Metered;
using NodaTime;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of net metering and net billing; a charge that says otherwise goes first.</summary>
public static class NetMeteringSettings
{
    private const decimal PriceMax = 1_000_000m;
    private const decimal MonthsMax = 1200m;

    /// <summary>Where a credit from one period may be used.</summary>
    public static readonly Setting<NettingSharing> Sharing = Setting.Word(
        "net-metering-sharing",
        "Where a credit from one time-of-use period may be used: period in its own only, total in every period.",
        ("period", NettingSharing.Period),
        ("total", NettingSharing.Total));

    /// <summary>Which periods a shared credit is used for.</summary>
    public static readonly Setting<NettingOrder> Order = Setting.Word(
        "net-metering-order",
        "Which periods a shared credit is used for: pro-rata by their use, in-order one after the other in the order of"
        + " the calendar.",
        ("pro-rata", NettingOrder.ProRata),
        ("in-order", NettingOrder.InOrder));

    /// <summary>From when on a credit may be used.</summary>
    public static readonly Setting<CreditUse> Usable = Setting.Word(
        "net-metering-credit",
        "From when on a credit may be used: same-bill in the bill it is earned in, next-bill from the next on.",
        ("same-bill", CreditUse.SameBill),
        ("next-bill", CreditUse.NextBill));

    /// <summary>What becomes of delivery beyond the use of a period.</summary>
    public static readonly Setting<NettingExcess> Excess = Setting.Word(
        "net-metering-excess",
        "What becomes of delivery beyond the use of a period, where energy is netted: bank keeps it as energy;"
        + " use-price makes it use below zero, a credit at the price of use.",
        ("bank", NettingExcess.Bank),
        ("use-price", NettingExcess.UsePrice));

    /// <summary>What becomes of the bank of a period without hours in a bill.</summary>
    public static readonly Setting<NettingSeason> Season = Setting.Word(
        "net-metering-season",
        "What becomes of the bank of a period that has no hours in a bill, as after a change of season: keep leaves it"
        + " until there are hours again; same-hours gives it to the period that on weekdays now has its midnight, 5:00,"
        + " 11:00 or 17:00, the first of them that was its own, as SAM does.",
        ("keep", NettingSeason.Keep),
        ("same-hours", NettingSeason.SameHours));

    /// <summary>When net billing is settled.</summary>
    public static readonly Setting<SettleRule> Settle = Setting.Word(
        "net-metering-settle",
        "When charges and credits of net billing are settled: bill with each bill, year once at the true-up.",
        ("bill", SettleRule.Bill),
        ("year", SettleRule.Year));

    /// <summary>What becomes of the rest at the true-up.</summary>
    public static readonly Setting<SurplusRule> Surplus = Setting.Word(
        "net-metering-surplus",
        "What becomes of the credit left at the true-up: carry keeps it, forfeit lets it lapse, pay pays it (energy at"
        + " the surplus price, money as it is), pay-net-use lets it lapse and pays what was delivered more than taken"
        + " over the year at the surplus price.",
        ("carry", SurplusRule.Carry),
        ("forfeit", SurplusRule.Forfeit),
        ("pay", SurplusRule.Pay),
        ("pay-net-use", SurplusRule.PayNetUse));

    /// <summary>Price of a unit that is left at the true-up.</summary>
    public static readonly Setting<decimal?> SurplusPrice = Setting.Number(
        "net-surplus-price", "Price of a unit of energy that is left at the true-up.", 0m, (0m, PriceMax));

    /// <summary>Day of the true-up.</summary>
    public static readonly Setting<AnnualDate?> TrueUp = Setting.Text<AnnualDate?>(
        "true-up",
        "Day of the yearly true-up of net metering, such as 01-01: done in the bill that reaches it. Default: none.",
        null,
        static text => SettingText.AnnualDay(text));

    /// <summary>Months after which a credit lapses.</summary>
    public static readonly Setting<decimal?> ExpiryMonths = Setting.Number(
        "credit-expiry-months", "Months after which a credit of net metering lapses. Default: never.", null,
        (0m, MonthsMax));

    /// <summary>Whether credits reduce fixed charges.</summary>
    public static readonly Setting<FixedCredit> FixedCredit = Setting.Word(
        "credits-reduce-fixed",
        "Whether credits of net billing reduce fixed charges and minimums: yes, or no.",
        ("yes", Settings.FixedCredit.Yes),
        ("no", Settings.FixedCredit.No));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All =>
    [
        Sharing, Order, Usable, Excess, Season, Settle, Surplus, SurplusPrice, TrueUp, ExpiryMonths, FixedCredit,
    ];
}
