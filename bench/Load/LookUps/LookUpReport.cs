using System.Globalization;
using BillingActors.Load.Machine;

namespace BillingActors.Load.LookUps;

/// <summary>
/// What the rounds found. Of rates, of the idle desk and of the run alone the best round counts; of the desk beside the
/// run, and of that run, the middle one.
/// </summary>
internal sealed record LookUpReport(LookUpOptions Options, IReadOnlyList<LookUpRound> Rounds) : IFindings
{
    private const double RatioMin = 0.5;
    private const double ShareMin = 0.7;
    private const double IdleFactor = 4;
    private const double MillisecondsAllowed = 10;

    public bool IsSound => true;

    public object Figures => new
    {
        Accounts = Options.AccountCount,
        Options.ConnectionCount,
        Options.Rate,
        Rounds = Rounds.Count,
        EmptyPerSecond = Math.Round(EmptyPerSecond),
        LookUpsPerSecond = Math.Round(LookUpsPerSecond),
        LookUpP99Milliseconds = Rounded(Fastest.LookUps.Times.P99),
        Ratio = Rounded(Ratio),
        IsRatioReached,
        Idle = Of(Quietest.Idle),
        Busy = Of(Middle.Busy),
        P99AllowedMilliseconds = Rounded(P99Allowed),
        IsP99Kept,
        SoloAccountsPerSecond = Rounded(SoloPerSecond),
        BesideAccountsPerSecond = Rounded(BesidePerSecond),
        ShareOfSolo = Rounded(Share),
        IsShareKept,
        Yielded = Rounded(Middle.Yielded),
        EachRound = Rounds.Select(round => new
        {
            RatioOfRound = Rounded(round.LookUps.PerSecond / round.Empty.PerSecond),
            IdleP99 = Rounded(round.Idle.Warm.P99),
            BusyP99 = Rounded(round.Busy.Warm.P99),
            ShareOfSolo = Rounded(round.Solo.Seconds / round.Run.Seconds),
        }),
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        balances over HTTP, {Options.AccountCount:N0} accounts, {Rounds.Count} rounds
          empty       {EmptyPerSecond,10:N0} answers/s of an endpoint that does nothing
          look-ups    {LookUpsPerSecond,10:N0} answers/s of active accounts, p99 {Fastest.LookUps.Times.P99:N1} ms
          ratio       {Ratio,10:N3} (at least {RatioMin}: {Told(IsRatioReached)})
        {Options.Rate} look-ups a second, and {Math.Max(1, Options.Rate / 10)} of accounts that are not active
          idle        {Line(Quietest.Idle)}
          beside      {Line(Middle.Busy)}
          p99         {Middle.Busy.Warm.P99,10:N1} ms beside a run (at most {P99Allowed:N1} ms: {Told(IsP99Kept)})
          run         {BesidePerSecond,10:N0} accounts/s beside the desk, {SoloPerSecond:N0} alone
          share       {Share,10:N3} of its rate alone (at least {ShareMin}: {Told(IsShareKept)})
          yielded     {Middle.Yielded,10:N3} of its time by the run
        """);

    private LookUpRound Fastest => Rounds.MaxBy(round => round.LookUps.PerSecond)!;

    private LookUpRound Quietest => Rounds.MinBy(round => round.Idle.Warm.P99)!;

    private LookUpRound Middle => Rounds.OrderBy(round => round.Busy.Warm.P99).ElementAt(Rounds.Count / 2);

    private double EmptyPerSecond => Rounds.Max(round => round.Empty.PerSecond);

    private double LookUpsPerSecond => Fastest.LookUps.PerSecond;

    private double Ratio => LookUpsPerSecond / EmptyPerSecond;

    private bool IsRatioReached => Ratio >= RatioMin;

    private double P99Allowed => Math.Max(IdleFactor * Quietest.Idle.Warm.P99, MillisecondsAllowed);

    private bool IsP99Kept => Middle.Busy.Warm.P99 <= P99Allowed;

    private double SoloPerSecond => Options.AccountCount / Rounds.Min(round => round.Solo.Seconds);

    private double BesidePerSecond =>
        Options.AccountCount / Rounds.Select(round => round.Run.Seconds).Order().ElementAt(Rounds.Count / 2);

    private double Share => BesidePerSecond / SoloPerSecond;

    private bool IsShareKept => Share >= ShareMin;

    private static object Of(DeskTimes times) => new
    {
        LookUps = times.Warm.Count,
        P50Milliseconds = Rounded(times.Warm.P50),
        P99Milliseconds = Rounded(times.Warm.P99),
        P999Milliseconds = Rounded(times.Warm.P999),
        ColdLookUps = times.Cold.Count,
        ColdP50Milliseconds = Rounded(times.Cold.P50),
        ColdP99Milliseconds = Rounded(times.Cold.P99),
    };

    private static string Line(DeskTimes times) => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {times.Warm.P50:N1}, p99 {times.Warm.P99:N1}, p99.9 {times.Warm.P999:N1} ms of {times.Warm.Count:N0}; "
        + $"not active: p50 {times.Cold.P50:N1}, p99 {times.Cold.P99:N1} ms of {times.Cold.Count:N0}");

    private static string Told(bool holds) => holds ? "holds" : "BROKEN";

    private static double Rounded(double value) => Math.Round(value, 3);
}
