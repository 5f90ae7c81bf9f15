using System.Globalization;
using System.Text.Json;

namespace BillingActors.Load;

/// <summary>What a run of the cycle benchmark found.</summary>
internal sealed record CycleReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required EngineMeasure Engine { get; init; }

    public required double RowsPerBill { get; init; }

    /// <summary>By one writer and by two.</summary>
    public required double[] FloorAccountsPerSecond { get; init; }

    /// <summary>Whether every floor ended with exactly the rows of the engine.</summary>
    public required bool FloorWroteTheSame { get; init; }

    public required Durability Durability { get; init; }

    public required MachineFacts Machine { get; init; }

    public bool IsValid => Durability.IsFull && FloorWroteTheSame;

    private double Ratio => Engine.AccountsPerSecond / FloorAccountsPerSecond.Max();

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Accounts = Engine.AccountCount,
            CalculateSeconds = Rounded(Engine.Times.Calculate.TotalSeconds),
            ReleaseSeconds = Rounded(Engine.Times.Release.TotalSeconds),
            TotalSeconds = Rounded(Engine.Seconds),
            AccountsPerSecond = Rounded(Engine.AccountsPerSecond),
            BalanceLookUps = Engine.Times.LookUps.Length,
            BalanceP50Milliseconds = Rounded(Engine.LookUpMilliseconds(0.5)),
            BalanceP99Milliseconds = Rounded(Engine.LookUpMilliseconds(0.99)),
            ProcessorMillisecondsPerBill = Rounded(Engine.ProcessorMillisecondsPerBill),
            AllocatedBytesPerBill = Rounded(Engine.AllocatedBytesPerBill),
            CollectorPauseSeconds = Rounded(Engine.Cost.Paused.TotalSeconds),
            CompilerSeconds = Rounded(Engine.Cost.Compiling.TotalSeconds),
            Engine.Cost.Collections,
            WalBytesPerBill = Rounded(Engine.WalBytesPerBill),
            RowsPerBill = Rounded(RowsPerBill),
            FlushesPerBill = Math.Round(Engine.FlushesPerBill, 5),
            FloorAccountsPerSecond1 = Rounded(FloorAccountsPerSecond[0]),
            FloorAccountsPerSecond2 = Rounded(FloorAccountsPerSecond[1]),
            Ratio = Rounded(Ratio),
            FloorWroteTheSame,
            Durability.Fsync,
            Durability.SynchronousCommit,
            Durability.FullPageWrites,
            IsValid,
            Machine.Command,
            Machine.Commit,
            Machine.Cpu,
            Machine.CoreCount,
            Machine.FileSystem,
            Machine.Database,
            LoadAverage = Machine.Load,
            Machine.Date,
        },
        Json);

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Engine.AccountCount:N0} accounts, three lines and a tax each, on {Machine.Database}
          calculate   {Engine.Times.Calculate.TotalSeconds,10:N2} s
          release     {Engine.Times.Release.TotalSeconds,10:N2} s
          together    {Engine.AccountsPerSecond,10:N0} accounts/s
          floor       {FloorAccountsPerSecond[0],10:N0} accounts/s by one writer, {FloorAccountsPerSecond[1]:N0} by two
          ratio       {Ratio,10:N3} of the better floor
          balance     {Engine.LookUpMilliseconds(0.99),10:N1} ms p99 of {Engine.Times.LookUps.Length:N0} look-ups
          per bill    {Engine.WalBytesPerBill,10:N0} bytes of log, {RowsPerBill:N1} rows
          flushes     {Engine.FlushesPerBill,10:N5} per bill
          processor   {Engine.ProcessorMillisecondsPerBill,10:N3} ms per bill in the engine's process
          allocated   {Engine.AllocatedBytesPerBill,10:N0} bytes per bill; {Engine.Cost.Collections:N0} collections
          collector   {Engine.Cost.Paused.TotalSeconds,10:N2} s paused
          compiler    {Engine.Cost.Compiling.TotalSeconds,10:N2} s
        {(IsValid ? "valid" : "INVALID")}: {Durability}; the floor wrote the same rows: {FloorWroteTheSame}
        {Machine.Command} at {Machine.Commit} on {Machine.Date}
        {Machine.Cpu}, {Machine.CoreCount} cores, {Machine.FileSystem}, load {Machine.Load}
        """);

    private static double Rounded(double value) => Math.Round(value, 3);
}
