using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of calls, data and messages.</summary>
public static class CallSettings
{
    /// <summary>What a call costs that runs into another period of the calendar.</summary>
    public static readonly Setting<SplitRule> Split = Setting.Word(
        "call-split",
        "A call that runs into another period of the calendar: at-boundary prices each increment by the period in which"
        + " it begins; rate-of-start prices all of it by the period in which the call begins.",
        ("at-boundary", SplitRule.AtBoundary),
        ("rate-of-start", SplitRule.RateOfStart));

    /// <summary>What a call without duration costs.</summary>
    public static readonly Setting<ZeroDuration> ZeroDuration = Setting.Word(
        "zero-duration",
        "A call without duration: free costs nothing; connect costs the connection; increment costs what a call does"
        + " that fills the first increment.",
        ("free", Calls.Choices.ZeroDuration.Free),
        ("connect", Calls.Choices.ZeroDuration.Connect),
        ("increment", Calls.Choices.ZeroDuration.Increment));

    /// <summary>From where the steps of a rate are counted.</summary>
    public static readonly Setting<StepsFrom> StepsFrom = Setting.Word(
        "call-steps",
        "From where the steps of a rate and its first increment are counted: call from the start of the call, or of its"
        + " session; paid from where an allowance ended, so that only what is paid for moves on; destination from the"
        + " start of what was used at the destination, in all records of the session that were for it.",
        ("call", Calls.Choices.StepsFrom.Call),
        ("paid", Calls.Choices.StepsFrom.Paid),
        ("destination", Calls.Choices.StepsFrom.Destination));

    /// <summary>Which rate says the least of a call that has several.</summary>
    public static readonly Setting<LeastOf> Least = Setting.Word(
        "call-least",
        "Which rate says the least of a call that has several by its hours: start, the one at which the record begins;"
        + " highest, of all that price a part of it, in the records before of its session too, the one with the highest"
        + " least, so that a call which touches the hours of a least costs that least.",
        ("start", LeastOf.Start),
        ("highest", LeastOf.Highest));

    /// <summary>What the increments of a call are counted of.</summary>
    public static readonly Setting<IncrementsOf> Increments = Setting.Word(
        "call-increments",
        "What is brought to whole increments where a call has several prices: each-price fills them at every price"
        + " before the next begins; whole-call prices what is used at each price as it is, brings the whole call, or"
        + " all records of a session to the destination at which it ends, to the increment of the price in which it"
        + " ends, and adds what that is more at that price; each-part cuts the call where its period, its step or"
        + " its allowance changes, and brings each part to increments by itself, so that one that is cut short counts"
        + " as duration-rounding says and the next price begins at its own time.",
        ("each-price", IncrementsOf.EachPrice),
        ("whole-call", IncrementsOf.WholeCall),
        ("each-part", IncrementsOf.EachPart));

    /// <summary>What an increment counts that a call fills in part.</summary>
    public static readonly Setting<DurationRounding> Durations = Setting.Word(
        "duration-rounding",
        "The last increment of a call, which the call fills in part, where the rate says nothing: up bills it whole;"
        + " nearest bills it from its half on; down does not bill it.",
        ("up", DurationRounding.Up),
        ("nearest", DurationRounding.Nearest),
        ("down", DurationRounding.Down));

    /// <summary>Which way the charge of a call is rounded.</summary>
    public static readonly Setting<RoundingMethod> Rounding = Method(
        "call-rounding", "Which way the charge of a call is rounded, where call-decimals is given: half away from zero"
        + ", up or down.");

    /// <summary>To how many decimals the charge of a call is rounded.</summary>
    public static readonly Setting<decimal?> Decimals = Setting.Number(
        "call-decimals",
        "To how many decimals the charge of a call is rounded, -10 to 10; below 0 to multiples of ten, such as -2 to"
        + " whole hundreds; absent: calls stay exact until the line.",
        null,
        (-CallRounding.DecimalsMax, CallRounding.DecimalsMax));

    /// <summary>Which way the price of an increment is rounded.</summary>
    public static readonly Setting<RoundingMethod> IncrementRounding = Method(
        "increment-rounding", "Which way the price of an increment is rounded, where increment-decimals is given.");

    /// <summary>To how many decimals the price of an increment is rounded.</summary>
    public static readonly Setting<decimal?> IncrementDecimals = Setting.Number(
        "increment-decimals",
        "To how many decimals the price of an increment is rounded, 0 to 10; absent: it stays exact.",
        null,
        (0m, CallRounding.DecimalsMax));

    /// <summary>What a received call costs that no rate is for.</summary>
    public static readonly Setting<IncomingCalls> Incoming = Setting.Word(
        "incoming-calls",
        "A call received at home that no rate is for: free costs nothing; rated sets it aside until there is a rate.",
        ("free", IncomingCalls.Free),
        ("rated", IncomingCalls.Rated));

    /// <summary>Whether the end of an allowance may cover a part of an increment.</summary>
    public static readonly Setting<BucketEnd> BucketEnd = Setting.Word(
        "bucket-end",
        "An allowance with less left than an increment: whole leaves it for a smaller one; split uses it up, and the"
        + " next increment begins where it ended.",
        ("whole", Calls.Choices.BucketEnd.Whole),
        ("split", Calls.Choices.BucketEnd.Split));

    /// <summary>What becomes of a bill with records that cannot be rated.</summary>
    public static readonly Setting<CallSuspense> Suspense = Setting.Word(
        "call-suspense",
        "Records that cannot be rated: hold keeps the whole bill back; set-aside bills the others and hands these back"
        + " to be rated later.",
        ("hold", CallSuspense.Hold),
        ("set-aside", CallSuspense.SetAside));

    /// <summary>What the lines of calls add up.</summary>
    public static readonly Setting<CallLineRule> Lines = Setting.Word(
        "call-lines",
        "What the lines of calls add up: by-call adds up whole calls by destination, zone, rate and the period in which"
        + " they begin; by-part gives each price and period, connections and adjustments lines of their own.",
        ("by-call", CallLineRule.ByCall),
        ("by-part", CallLineRule.ByPart));

    /// <summary>How long a session is remembered.</summary>
    public static readonly Setting<decimal?> SessionDays = Setting.Number(
        "session-days",
        "For how many days after its last record a session is remembered, so that a continuation in the next bill pays"
        + " no second connection.",
        7m,
        (0m, 366m));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All =>
    [
        Split, ZeroDuration, StepsFrom, Least, Increments, Durations, Rounding, Decimals, IncrementRounding,
        IncrementDecimals, Incoming, BucketEnd, Suspense, Lines, SessionDays,
    ];

    private static Setting<RoundingMethod> Method(string name, string meaning) => Setting.Word(
        name,
        meaning,
        ("half", RoundingMethod.Half),
        ("up", RoundingMethod.Up),
        ("down", RoundingMethod.Down));
}
