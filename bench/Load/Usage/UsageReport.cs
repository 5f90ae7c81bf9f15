using System.Globalization;
using BillingActors.Load.Comparisons;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Usage;

/// <summary>What a run of the usage benchmark found.</summary>
internal sealed record UsageReport(
    UsageBenchOptions Options,
    int DuplicateCount,
    int CommandCount,
    TimeSpan Accepted,
    WorkMeasure Engine,
    bool EngineIsSame,
    IReadOnlyList<RivalMeasure> Rivals) : IFindings
{
    private const double GainMin = 3;

    public bool IsSound => EngineIsSame && Rivals.All(rival => rival.IsSame);

    public object Figures => new
    {
        Accounts = Options.AccountCount,
        Records = Options.RecordCount,
        Duplicates = DuplicateCount,
        RecordsPerBatch = Options.BatchCount,
        CallsOfAccounts = CommandCount,
        AcceptedPerSecond = Math.Round(Options.RecordCount / Accepted.TotalSeconds),
        RatedPerSecond = Math.Round(Engine.PerSecond),
        GrainIdiomPerSecond = Math.Round(Rivals[0].PerSecond),
        PlainServicePerSecond = Math.Round(Rivals[1].PerSecond),
        GainOverGrainIdiom = Rounded(GainOver(0)),
        IsGainReached,
        GainOverPlainService = Rounded(GainOver(1)),
        WalBytesPerRecord = Rounded(Engine.WalBytesPerItem),
        FlushesPerRecord = Math.Round(Engine.FlushesPerItem, 5),
        ProcessorMillisecondsPerRecord = Rounded(Engine.ProcessorMillisecondsPerItem),
        AllocatedBytesPerRecord = Rounded(Engine.AllocatedBytesPerItem),
        AllCameToTheSame = IsSound,
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {Options.RecordCount:N0} calls of {Options.AccountCount:N0} accounts, {DuplicateCount:N0} of them twice
          accepted    {Options.RecordCount / Accepted.TotalSeconds,10:N0} calls/s, durable
          rated       {Engine.PerSecond,10:N0} calls/s, from the door to the balance
          grain       {Rivals[0].PerSecond,10:N0} calls/s by a {Rivals[0].Name}
          service     {Rivals[1].PerSecond,10:N0} calls/s by a {Rivals[1].Name}
          gain        {GainOver(0),10:N2} times the grain (at least {GainMin}: {(IsGainReached ? "holds" : "BROKEN")})
          gain        {GainOver(1),10:N2} times the service
          per call    {Engine.WalBytesPerItem,10:N0} bytes of log, {Engine.FlushesPerItem:N5} flushes
          processor   {Engine.ProcessorMillisecondsPerItem,10:N3} ms per call in the engine's process
          all came to the same amounts: {IsSound}
        """);

    private bool IsGainReached => GainOver(0) >= GainMin;

    private double GainOver(int rival) => Engine.PerSecond / Rivals[rival].PerSecond;

    private static double Rounded(double value) => Math.Round(value, 3);
}
