using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>The settings of calls, read once.</summary>
internal sealed class CallRules(RatingSettings settings)
{
    public SplitRule Split { get; } = settings.Of(CallSettings.Split);

    public ZeroDuration ZeroDuration { get; } = settings.Of(CallSettings.ZeroDuration);

    public StepsFrom StepsFrom { get; } = settings.Of(CallSettings.StepsFrom);

    public LeastOf Least { get; } = settings.Of(CallSettings.Least);

    public IncrementsOf Increments { get; } = settings.Of(CallSettings.Increments);

    public DurationRounding Durations { get; } = settings.Of(CallSettings.Durations);

    public IncomingCalls Incoming { get; } = settings.Of(CallSettings.Incoming);

    public BucketEnd BucketEnd { get; } = settings.Of(CallSettings.BucketEnd);

    public CallSuspense Suspense { get; } = settings.Of(CallSettings.Suspense);

    public CallLineRule Lines { get; } = settings.Of(CallSettings.Lines);

    public Duration SessionMemory { get; } =
        Duration.FromDays((int)(settings.Of(CallSettings.SessionDays) ?? 0m));

    public CallRounding? OfCall { get; } =
        RoundingOf(settings.Of(CallSettings.Decimals), settings.Of(CallSettings.Rounding));

    public CallRounding? OfIncrement { get; } =
        RoundingOf(settings.Of(CallSettings.IncrementDecimals), settings.Of(CallSettings.IncrementRounding));

    private static CallRounding? RoundingOf(decimal? decimals, RoundingMethod method) =>
        decimals is { } given ? new CallRounding(method, (int)given) : null;
}
