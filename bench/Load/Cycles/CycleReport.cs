using System.Globalization;
using BillingActors.Load.Floors;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>What a run of the cycle benchmark found.</summary>
internal sealed record CycleReport(EngineMeasure Engine, int KnownCount, FloorMeasure Floor) : IFindings
{
    public bool IsSound => Floor.WroteTheSame;

    private double Ratio => Engine.Work.PerSecond / Floor.Best;

    public object Figures => new
    {
        Accounts = Engine.Work.Count,
        AccountsKnown = KnownCount,
        CalculateSeconds = Rounded(Engine.Times.Calculate.TotalSeconds),
        ReleaseSeconds = Rounded(Engine.Times.Release.TotalSeconds),
        TotalSeconds = Rounded(Engine.Work.Time.TotalSeconds),
        AccountsPerSecond = Rounded(Engine.Work.PerSecond),
        BalanceLookUps = Engine.Times.LookUps.Count,
        BalanceP50Milliseconds = Rounded(Engine.Times.LookUps.P50),
        BalanceP99Milliseconds = Rounded(Engine.Times.LookUps.P99),
        ProcessorMillisecondsPerBill = Rounded(Engine.Work.ProcessorMillisecondsPerItem),
        AllocatedBytesPerBill = Rounded(Engine.Work.AllocatedBytesPerItem),
        CollectorPauseSeconds = Rounded(Engine.Work.Cost.Paused.TotalSeconds),
        CompilerSeconds = Rounded(Engine.Work.Cost.Compiling.TotalSeconds),
        Engine.Work.Cost.Collections,
        ResidentBeforeMebibytes = Rounded(Engine.Work.Memory.ResidentBeforeMebibytes),
        ResidentMostMebibytes = Rounded(Engine.Work.Memory.ResidentMostMebibytes),
        LiveMostMebibytes = Rounded(Engine.Work.Memory.LiveMostMebibytes),
        WalBytesPerBill = Rounded(Engine.Work.WalBytesPerItem),
        RowsPerBill = Rounded(Floor.RowsPerAccount),
        FlushesPerBill = Math.Round(Engine.Work.FlushesPerItem, 5),
        FloorAccountsPerSecond1 = Rounded(Floor.PerSecond.ByOne),
        FloorAccountsPerSecond2 = Rounded(Floor.PerSecond.ByTwo),
        Ratio = Rounded(Ratio),
        FloorWroteTheSame = Floor.WroteTheSame,
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {Engine.Work.Count:N0} accounts of {KnownCount:N0}, three lines and a tax each
          calculate   {Engine.Times.Calculate.TotalSeconds,10:N2} s
          release     {Engine.Times.Release.TotalSeconds,10:N2} s
          together    {Engine.Work.PerSecond,10:N0} accounts/s
          floor       {Floor.PerSecond.ByOne,10:N0} accounts/s by one writer, {Floor.PerSecond.ByTwo:N0} by two
          ratio       {Ratio,10:N3} of the better floor
          balance     {Engine.Times.LookUps.P99,10:N1} ms p99 of {Engine.Times.LookUps.Count:N0} look-ups
          per bill    {Engine.Work.WalBytesPerItem,10:N0} bytes of log, {Floor.RowsPerAccount:N1} rows
          flushes     {Engine.Work.FlushesPerItem,10:N5} per bill
          processor   {Engine.Work.ProcessorMillisecondsPerItem,10:N3} ms per bill in the engine's process
          allocated   {Engine.Work.AllocatedBytesPerItem,10:N0} bytes per bill
          collections {Engine.Work.Cost.Collections,10:N0}
          collector   {Engine.Work.Cost.Paused.TotalSeconds,10:N2} s paused
          memory      {Engine.Work.Memory.ResidentMostMebibytes,10:N0} MiB at most
          before      {Engine.Work.Memory.ResidentBeforeMebibytes,10:N0} MiB
          live        {Engine.Work.Memory.LiveMostMebibytes,10:N0} MiB of objects at most
          compiler    {Engine.Work.Cost.Compiling.TotalSeconds,10:N2} s
          the floor wrote the same rows: {Floor.WroteTheSame}
        """);

    private static double Rounded(double value) => Math.Round(value, 3);
}
