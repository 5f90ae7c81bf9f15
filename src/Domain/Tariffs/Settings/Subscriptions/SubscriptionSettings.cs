using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Settings of subscriptions: periods, parts of periods, changes, credits, terms.</summary>
public static class SubscriptionSettings
{
    /// <summary>How the length of a part is counted.</summary>
    public static readonly Setting<PartCounting> Counting = Setting.Word(
        "part-count",
        "How the length of a part of a period is counted: days are whole local days; seconds are exact;"
        + " thirty-day-month counts as if every month had 30 days (30/360).",
        ("days", PartCounting.Days),
        ("seconds", PartCounting.Seconds),
        ("thirty-day-month", PartCounting.ThirtyDayMonth));

    /// <summary>What a part is divided by.</summary>
    public static readonly Setting<PartDivisor> Divisor = Setting.Word(
        "part-divisor",
        "What the length of a part is divided by: period is the length of the full period; period-back, for a part that"
        + " begins later and ends with it, the same period counted back from its end; period-forward, for a part that"
        + " begins later, the same period counted on from its beginning; 30 and 31 are so many days for each month of"
        + " it. A part never costs more than a full period.",
        ("period", PartDivisor.Period),
        ("period-back", PartDivisor.PeriodBack),
        ("period-forward", PartDivisor.PeriodForward),
        ("30", PartDivisor.Thirty),
        ("31", PartDivisor.ThirtyOne));

    /// <summary>How a part of several months is divided.</summary>
    public static readonly Setting<PartMonths> Months = Setting.Word(
        "part-months",
        "How a part of a period of several months is divided: by-day divides all its days; by-month takes whole months"
        + " first and divides only the days that are left.",
        ("by-day", PartMonths.ByDay),
        ("by-month", PartMonths.ByMonth));

    /// <summary>Whether the price of a day is rounded first.</summary>
    public static readonly Setting<PartDayPrice> DayPrice = Setting.Word(
        "part-day-price",
        "Whether the price of a day is rounded to the smallest unit of the currency before a part of a period is priced"
        + " by its days: exact, it is not; rounded, it is, in the way that part-rounding says.",
        ("exact", PartDayPrice.Exact),
        ("rounded", PartDayPrice.Rounded));

    /// <summary>Which way a part of a period is rounded.</summary>
    public static readonly Setting<RoundingMethod> PartRounding = Setting.Word(
        "part-rounding",
        "Which way the price of a part of a period, and a credit for one, is rounded to the smallest unit of the"
        + " currency: half (half away from zero), up (away from zero) or down (towards zero). What is billed for a full"
        + " period is rounded by half.",
        ("half", RoundingMethod.Half),
        ("up", RoundingMethod.Up),
        ("down", RoundingMethod.Down));

    /// <summary>When a change of tariff or quantity takes effect.</summary>
    public static readonly Setting<EffectOn> ChangeAt = Setting.Word(
        "change-at",
        "When a change of tariff or quantity takes effect that does not say so itself.",
        ("now", EffectOn.Now),
        ("period-end", EffectOn.PeriodEnd));

    /// <summary>Whether a change gives back what was paid in advance.</summary>
    public static readonly Setting<UnusedCredit> ChangeCredit = Setting.Word(
        "change-credit",
        "Whether a change of tariff or quantity gives back what was paid in advance and is not used.",
        ("unused", UnusedCredit.Given),
        ("none", UnusedCredit.None));

    /// <summary>What a change of quantity costs inside a period that was paid in advance.</summary>
    public static readonly Setting<QuantityChange> QuantityChange = Setting.Word(
        "quantity-change",
        "What a change of quantity inside a period costs where the charge is in advance: by-days gives back the old"
        + " quantity and charges the new one by their days; highest bills what is more than the highest quantity paid"
        + " in the period so far, for the whole period, and gives nothing back for less, as Lago's fixed charges do.",
        ("by-days", Subscriptions.QuantityChange.ByDays),
        ("highest", Subscriptions.QuantityChange.Highest));

    /// <summary>When a cancellation takes effect.</summary>
    public static readonly Setting<EffectOn> CancelAt = Setting.Word(
        "cancel-at",
        "When a cancellation takes effect that does not say so itself.",
        ("now", EffectOn.Now),
        ("period-end", EffectOn.PeriodEnd));

    /// <summary>Whether a cancellation gives back what was paid in advance.</summary>
    public static readonly Setting<UnusedCredit> CancelCredit = Setting.Word(
        "cancel-credit",
        "Whether a cancellation gives back what was paid in advance and is not used.",
        ("unused", UnusedCredit.Given),
        ("none", UnusedCredit.None));

    /// <summary>Whether a pause gives back what was paid in advance.</summary>
    public static readonly Setting<UnusedCredit> PauseCredit = Setting.Word(
        "pause-credit",
        "Whether a pause gives back what was paid in advance and is not used.",
        ("unused", UnusedCredit.Given),
        ("none", UnusedCredit.None));

    /// <summary>Whether the first day of a part is billed.</summary>
    public static readonly Setting<FirstDay> FirstDay = Setting.Word(
        "first-day",
        "Whether the day on which a contract starts inside a period is billed: inclusive, it is; exclusive, its first"
        + " part begins with the day after. A period that begins with the contract is billed whole.",
        ("inclusive", Subscriptions.FirstDay.Inclusive),
        ("exclusive", Subscriptions.FirstDay.Exclusive));

    /// <summary>Whether the last day is billed.</summary>
    public static readonly Setting<LastDay> LastDay = Setting.Word(
        "last-day",
        "Whether the day of a cancellation is billed: exclusive, it is not; inclusive, it is.",
        ("exclusive", Subscriptions.LastDay.Exclusive),
        ("inclusive", Subscriptions.LastDay.Inclusive));

    /// <summary>Which day periods begin on after a pause.</summary>
    public static readonly Setting<ResumeAnchor> ResumeAnchor = Setting.Word(
        "resume-anchor",
        "Which day periods begin on after a pause: keep the billing day, or begin anew on the day of the resumption.",
        ("keep", Subscriptions.ResumeAnchor.Keep),
        ("resume", Subscriptions.ResumeAnchor.Resume));

    /// <summary>When the lines of a change are billed.</summary>
    public static readonly Setting<ChangeBilling> ChangeBilling = Setting.Word(
        "change-billing",
        "When credits and charges of a change are billed: immediate makes a bill on its day; next-bill adds them to the"
        + " next bill of the cycle. The end of the contract always has a bill.",
        ("immediate", Subscriptions.ChangeBilling.Immediate),
        ("next-bill", Subscriptions.ChangeBilling.NextBill));

    /// <summary>When a billing-day move takes effect.</summary>
    public static readonly Setting<EffectOn> BillingDayAt = Setting.Word(
        "billing-day-move",
        "When another billing day counts: now cuts the running period at the first such day from then on; period-end"
        + " lets it end first, and a part until the new day follows.",
        ("now", EffectOn.Now),
        ("period-end", EffectOn.PeriodEnd));

    /// <summary>What a change to another interval does.</summary>
    public static readonly Setting<IntervalChange> IntervalChange = Setting.Word(
        "interval-change",
        "What a change to a tariff with another interval does: restart counts its periods from the change; keep counts"
        + " them as before.",
        ("restart", Subscriptions.IntervalChange.Restart),
        ("keep", Subscriptions.IntervalChange.Keep));

    /// <summary>Which day periods begin on after a change to a tariff with the same interval.</summary>
    public static readonly Setting<ChangeAnchor> ChangeAnchor = Setting.Word(
        "change-anchor",
        "Which day periods begin on after a change to a tariff with the same interval: keep the billing day, or begin"
        + " anew on the day of the change, whose part of the old period is given back.",
        ("keep", Subscriptions.ChangeAnchor.Keep),
        ("change", Subscriptions.ChangeAnchor.Change));

    /// <summary>What periods are counted from.</summary>
    public static readonly Setting<BillingAlignment> Alignment = Setting.Word(
        "billing-alignment",
        "What periods are counted from: anniversary counts from the first billing day of the contract; calendar counts"
        + " months from January and weeks from Monday, and the billing day is the first where none is given.",
        ("anniversary", BillingAlignment.Anniversary),
        ("calendar", BillingAlignment.Calendar));

    /// <summary>Where the first period ends.</summary>
    public static readonly Setting<FirstPeriod> FirstPeriod = Setting.Word(
        "first-period",
        "Where a contract that does not start on its billing day has its first boundary: next-billing-day is the first"
        + " such day of any month; whole-interval is that of the start month, or whole intervals after it.",
        ("next-billing-day", Subscriptions.FirstPeriod.NextBillingDay),
        ("whole-interval", Subscriptions.FirstPeriod.WholeInterval));

    /// <summary>Days of trial at the start.</summary>
    public static readonly Setting<decimal?> TrialDays = Setting.Number(
        "trial-days", "Days from the start on which subscription charges cost nothing.", 0m, (0m, 3660m));

    /// <summary>What a contract is counted from after a trial.</summary>
    public static readonly Setting<TrialAnchor> TrialAnchor = Setting.Word(
        "trial-anchor",
        "What a contract without a billing day is counted from after a trial: its end, or the start of the contract.",
        ("trial-end", Subscriptions.TrialAnchor.TrialEnd),
        ("start", Subscriptions.TrialAnchor.Start));

    /// <summary>Least months a contract lasts.</summary>
    public static readonly Setting<decimal?> MinimumTerm = Setting.Number(
        "minimum-term-months", "Least months a contract lasts, counted from its start.", 0m, (0m, 1200m));

    /// <summary>What a cancellation before the end of the term does.</summary>
    public static readonly Setting<EarlyCancel> EarlyCancel = Setting.Word(
        "early-cancel",
        "What a cancellation before the end of the minimum term does: at-term-end lets the contract end with the term;"
        + " remainder bills the rest of the term at once; free lets it end all the same.",
        ("at-term-end", Subscriptions.EarlyCancel.AtTermEnd),
        ("remainder", Subscriptions.EarlyCancel.Remainder),
        ("free", Subscriptions.EarlyCancel.Free));

    /// <summary>From when a new version prices a running contract.</summary>
    public static readonly Setting<PriceChange> PriceChange = Setting.Word(
        "price-change",
        "From when a new tariff version prices a running subscription: from the next period that begins, or from its"
        + " own day, which splits the period.",
        ("period-start", Subscriptions.PriceChange.PeriodStart),
        ("split", Subscriptions.PriceChange.Split));

    /// <summary>When a version counts for existing customers.</summary>
    public static readonly Setting<ExistingCustomers> ExistingCustomers = Setting.Word(
        "existing-customers",
        "When a version without a day for existing customers counts for contracts that started before it: same-day, on"
        + " the day it is valid from; never, they keep the version before.",
        ("same-day", Subscriptions.ExistingCustomers.SameDay),
        ("never", Subscriptions.ExistingCustomers.Never));

    /// <summary>What the end of a life is.</summary>
    public static readonly Setting<LifeUntil> Until = Setting.Word(
        "life-until",
        "What the member until of a life means: horizon shows what is billed before it; end is the contract's end.",
        ("horizon", LifeUntil.Horizon),
        ("end", LifeUntil.End));

    /// <summary>How a credit is rounded.</summary>
    public static readonly Setting<CreditRounding> CreditRounding = Setting.Word(
        "credit-rounding",
        "How a credit for unused time is rounded: unused rounds the unused part; rest rounds the used part and credits"
        + " what was billed beyond it.",
        ("unused", Subscriptions.CreditRounding.Unused),
        ("rest", Subscriptions.CreditRounding.Rest));

    /// <summary>How a change is rounded.</summary>
    public static readonly Setting<ChangeRounding> ChangeRounding = Setting.Word(
        "change-rounding",
        "What is rounded where a change gives back a part of a period and charges it anew: each rounds the credit and"
        + " the charge; difference rounds what the one is more than the other, and the charge has the rest.",
        ("each", Subscriptions.ChangeRounding.Each),
        ("difference", Subscriptions.ChangeRounding.Difference));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All =>
    [
        Counting, Divisor, Months, DayPrice, PartRounding, ChangeAt, ChangeCredit, QuantityChange, CancelAt,
        CancelCredit, PauseCredit, FirstDay, LastDay, ResumeAnchor, ChangeBilling, BillingDayAt, IntervalChange,
        ChangeAnchor, Alignment, FirstPeriod, TrialDays, TrialAnchor, MinimumTerm, EarlyCancel, PriceChange,
        ExistingCustomers, Until, CreditRounding, ChangeRounding,
    ];
}
