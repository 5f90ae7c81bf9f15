using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Mapping;
using static BillingActors.Grains.MasterData.MasterChecks;

namespace BillingActors.Grains.MasterData;

/// <summary>Whether a policy of dunning, disputes or deposits is whole before it is stored.</summary>
internal static class PolicyChecks
{
    private const int DaysMax = 3660;
    private const int StepCountMax = 50;
    private const string Steps = "at most 50 steps rising by fromMinor, not negative, at most 100 percent";

    public static Refusal? Find(DunningPolicyRecord record) => First(
        (Refusals.IsId(record.EntityId), "entityId", "an id"),
        (IsEmptyOrId(record.Segment), "segment", "empty or an id"),
        (IsEmptyOrId(record.Jurisdiction), "jurisdiction", "empty or an id"),
        (IsDays(record.GraceDays), "graceDays", "0 to 3660"),
        (record.MinimumMinor >= 0, "minimumMinor", "not negative"),
        (record.Levels is { IsDefaultOrEmpty: false, Length: <= 20 }, "levels", "1 to 20 levels"),
        (AreWeekdays(record.QuietWeekdays), "quietWeekdays", "names such as monday"),
        (!record.QuietDays.IsDefault, "quietDays", "a list"),
        (record.PromiseDaysMax is >= 0 and <= DaysMax && record.BrokenPromiseCountMax >= 1,
            "promiseDaysMax", "0 to 3660 days, and at least one broken promise"),
        (record.InstalmentCountMax is >= 1 and <= 120 && IsDays(record.PlanDaysMax) && IsDays(record.PlanGraceDays)
            && record.PlanYearlyCountMax >= 0, "instalmentCountMax", "1 to 120 instalments, and days of 0 to 3660"))
        ?? Find(record.Levels) ?? Find(record.Interest) ?? Find(record.Disconnection, record.Levels.Length);

    public static Refusal? Find(DisputePolicyRecord record) => First(
        (!record.Reasons.IsDefaultOrEmpty && !record.RootCauses.IsDefaultOrEmpty && !record.Notes.IsDefault,
            "reasons", "lists of reasons, root causes and notes"),
        (IsDays(record.GraceDays), "graceDays", "0 to 3660"),
        (Refusals.IsId(record.EscalateTo), "escalateTo", "a user or queue"))
        ?? First(
            (record.Reasons.All(reason => Refusals.IsId(reason.Code) && IsText(reason.Name, 200)
                && IsDays(reason.ReviewDays)), "reasons", "a code, a name and 0 to 3660 days each"),
            (AreCodes(record.RootCauses), "rootCauses", "a code and a name each"),
            (AreCodes(record.Notes), "notes", "a code and a name each"));

    public static Refusal? Find(DepositPolicyRecord? record) => record is null ? null : First(
        (record.Amount is not { } amount || (amount is { MinorMin: >= 0, MinorMax: >= 0 }
                && (amount.MinorMax == 0 || amount.MinorMin <= amount.MinorMax)
                && (amount.FixedMinor is > 0 and <= ChargeEntry.AmountMinorMax
                    || (amount.FixedMinor is null && amount.BillMonths is > 0 and <= 24))),
            "deposits.amount", "a fixed amount above 0, or up to 24 months of bills, between bounds that fit"),
        (record.InstalmentCountMax is >= 1 and <= 36 && record.InstalmentCount >= 1
            && record.InstalmentCount <= record.InstalmentCountMax, "deposits.instalmentCount", "1 to 36 parts"),
        (IsDays(record.FirstAfterDays) && record.EveryDays is >= 1 and <= DaysMax,
            "deposits.everyDays", "days of 0 to 3660"),
        (record.GoodMonths is >= 0 and <= 120 && IsDays(record.LateAfterDays), "deposits.goodMonths", "0 to 120"),
        (record is { LateCountMax: >= 0, DisconnectionCountMax: >= 0, ReturnCountMax: >= 0 },
            "deposits.lateCountMax", "not negative"),
        (record.Arrears.ToWord<DepositArrears>() is not null, "deposits.arrears", "overdue or open"))
        ?? Find(record.Interest);

    private static Refusal? Find(DepositInterestRecord? interest) => interest is null ? null : First(
        (!interest.Rates.IsDefault
            && interest.Rates.All(rate => rate.Year is >= 1900 and <= 9998 && rate.Percent is >= 0 and <= 1000),
            "deposits.interest.rates", "a year and 0 to 1000 percent each"),
        (DepositMapping.DayCountOf(interest.DayCount) is not null, "deposits.interest.dayCount",
            "actual-actual, actual365 or actual360"),
        (interest.CreditedOn is null || IsAnnual(interest.CreditedOn), "deposits.interest.creditedOn",
            "month and day, such as 01-01"),
        (IsDays(interest.DaysMin), "deposits.interest.daysMin", "0 to 3660"))
        ?? First((interest.Rates.Select(rate => rate.Year).Distinct().Count() == interest.Rates.Length,
            "deposits.interest.rates", "each year once"));

    private static Refusal? Find(ImmutableArray<DunningLevelRecord> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            var level = levels[i];
            if (First(
                (Refusals.IsId(level.Letter), $"levels[{i}].letter", "an id"),
                (IsDays(level.WaitDays) && IsDays(level.PayWithinDays), $"levels[{i}]", "days of 0 to 3660"),
                (level is { MinimumMinor: >= 0, FeeMinor: >= 0, FeeMinorMax: >= 0, FeePercent: >= 0 and <= 100 },
                    $"levels[{i}]", "amounts that are not negative, at most 100 percent"),
                (AreSteps(level.FeeSteps), $"levels[{i}].feeSteps", Steps)) is { } wrong)
            {
                return wrong;
            }
        }
        return null;
    }

    private static Refusal? Find(InterestRecord? interest) => interest is null ? null : First(
        (!interest.Rates.IsDefaultOrEmpty && interest.Rates.Zip(interest.Rates.Skip(1))
            .All(pair => pair.First.From < pair.Second.From), "interest.rates", "at least one, rising by first day"),
        (interest.DayBasis is 360 or 365, "interest.dayBasis", "360 or 365"),
        (interest.EveryDays is >= 1 and <= DaysMax && IsDays(interest.PayWithinDays),
            "interest.everyDays", "1 to 3660"),
        (interest.MinimumMinor >= 0 && interest.LumpSumMinor >= 0, "interest.minimumMinor", "not negative"),
        (AreSteps(interest.LumpSums), "interest.lumpSums", Steps))
        ?? First((interest.Rates.All(rate => rate.Percent is >= 0 and <= 1000), "interest.rates", "0 to 1000 percent"));

    private static bool AreSteps(ImmutableArray<FeeStepRecord>? steps) =>
        steps is not { } some
        || (!some.IsDefault && some.Length <= StepCountMax
            && some.All(step => step is { FromMinor: >= 0, FeeMinor: >= 0, FeePercent: >= 0 and <= 100 })
            && some.Zip(some.Skip(1)).All(pair => pair.First.FromMinor < pair.Second.FromMinor));

    private static Refusal? Find(DisconnectionRecord? rule, int levelCount) => rule is null ? null : First(
        (rule.Level >= 0 && rule.Level <= levelCount, "disconnection.level", "a level there is"),
        (rule.MinimumMinor >= 0 && rule.ReconnectionFeeMinor >= 0, "disconnection.minimumMinor", "not negative"),
        (IsDays(rule.NoticeDaysByMail) && IsDays(rule.NoticeDaysDelivered) && IsDays(rule.NoticeValidDays)
            && rule.NoticeValidDays > Math.Max(rule.NoticeDaysByMail, rule.NoticeDaysDelivered),
            "disconnection.noticeValidDays", "longer than the waiting days"),
        (rule.ContactCountMin is >= 0 and <= 20, "disconnection.contactCountMin", "0 to 20"),
        (AreWeekdays(rule.QuietWeekdays) && !rule.QuietDays.IsDefault, "disconnection.quietWeekdays",
            "names such as friday, and a list of days"),
        (!rule.Moratoria.IsDefault && rule.Moratoria.All(season => IsAnnual(season.First) && IsAnnual(season.Last)),
            "disconnection.moratoria", "month and day, such as 11-01"));

    private static bool AreCodes(ImmutableArray<CodeName> codes) =>
        codes.All(code => Refusals.IsId(code.Code) && IsText(code.Name, 200));

    private static bool IsEmptyOrId(string? text) => text is { Length: 0 } || Refusals.IsId(text);

    private static bool IsDays(int days) => days is >= 0 and <= DaysMax;

    private static bool AreWeekdays(ImmutableArray<string> names) =>
        !names.IsDefault && names.All(name => PolicyMapping.WeekdayOf(name) is not null);

    private static bool IsAnnual(string? text) => text is not null && DateOnly.TryParseExact(
        "2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
