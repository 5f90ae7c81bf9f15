using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using NodaTime;
using Wire = BillingActors.Grains.Interfaces.Collections;
using WireDisputes = BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Grains.Mapping;

/// <summary>Policies of dunning and of disputes, wire → domain.</summary>
internal static class PolicyMapping
{
    public static DunningPolicy ToDomain(this Wire.DunningPolicyRecord record) => new(
        record.Id,
        record.Segment,
        record.Jurisdiction,
        record.GraceDays,
        record.MinimumMinor,
        [.. record.Levels.Select(ToDomain)],
        Quiet(record.QuietWeekdays, record.QuietDays),
        record.Interest?.ToDomain(),
        new PromiseRule(record.PromiseDaysMax, record.BrokenPromiseCountMax),
        new PlanRule(
            record.InstalmentCountMax, record.PlanDaysMax, record.PlanGraceDays, record.PlanYearlyCountMax),
        record.Disconnection?.ToDomain())
    {
        ChargesDeposits = record.ChargesDeposits,
    };

    public static DisputePolicy ToDomain(this WireDisputes.DisputePolicyRecord record) => new(
        [.. record.Reasons.Select(reason => new DisputeReason(reason.Code, reason.Name, reason.ReviewDays))],
        [.. record.RootCauses.Select(cause => new DisputeCode(cause.Code, cause.Name))],
        [.. record.Notes.Select(note => new DisputeCode(note.Code, note.Name))],
        record.GraceDays,
        record.EscalateTo);

    /// <summary>The weekday of a name such as "friday", or null.</summary>
    public static IsoDayOfWeek? WeekdayOf(string? name) => name switch
    {
        "monday" => IsoDayOfWeek.Monday,
        "tuesday" => IsoDayOfWeek.Tuesday,
        "wednesday" => IsoDayOfWeek.Wednesday,
        "thursday" => IsoDayOfWeek.Thursday,
        "friday" => IsoDayOfWeek.Friday,
        "saturday" => IsoDayOfWeek.Saturday,
        "sunday" => IsoDayOfWeek.Sunday,
        _ => null,
    };

    private static DunningLevel ToDomain(Wire.DunningLevelRecord level) => new(
        level.Letter,
        level.WaitDays,
        level.PayWithinDays,
        level.MinimumMinor,
        level.FeeMinor,
        level.FeePercent,
        level.FeeMinorMax)
    {
        FeeSteps = ToDomain(level.FeeSteps),
    };

    private static InterestRule ToDomain(this Wire.InterestRecord record) => new(
        [.. record.Rates.Select(rate => new InterestRate(rate.From.ToDomain(), rate.Percent))],
        record.DayBasis,
        record.MinimumMinor,
        record.EveryDays,
        record.PayWithinDays,
        record.LumpSumMinor)
    {
        LumpSums = ToDomain(record.LumpSums),
    };

    private static ImmutableArray<FeeStep> ToDomain(ImmutableArray<Wire.FeeStepRecord>? steps) =>
        [.. (steps ?? []).Select(step => new FeeStep(step.FromMinor, step.FeeMinor, step.FeePercent))];

    private static DisconnectionRule ToDomain(this Wire.DisconnectionRecord record) => new(
        record.MinimumMinor,
        record.Level,
        record.NoticeDaysByMail,
        record.NoticeDaysDelivered,
        record.NoticeValidDays,
        record.ContactCountMin,
        Quiet(record.QuietWeekdays, record.QuietDays),
        record.IsDayBeforeQuiet,
        [.. record.Moratoria.Select(season => new Season(AnnualOf(season.First), AnnualOf(season.Last)))],
        record.ColdBelowCelsius,
        record.HeatAboveCelsius,
        record.ReconnectionFeeMinor);

    private static QuietDays Quiet(ImmutableArray<string> weekdays, ImmutableArray<DateOnly> days) =>
        new([.. weekdays.Select(name => WeekdayOf(name)!.Value)], [.. days.Select(day => day.ToDomain())]);

    private static AnnualDate AnnualOf(string text) => new(
        int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture),
        int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture));
}
