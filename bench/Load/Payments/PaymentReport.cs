using System.Globalization;
using BillingActors.Load.Floors;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Payments;

/// <summary>What a run of the payments benchmark found.</summary>
internal sealed record PaymentReport(
    PaymentBenchOptions Options, WorkMeasure Engine, FloorMeasure Floor, Times WithoutHot, Times WithHot) : IFindings
{
    private const double RatioMin = 0.4;

    public bool IsSound => Floor.WroteTheSame && Floor.AccountCount == Engine.Count;

    public object Figures => new
    {
        Payments = Engine.Count,
        LinesPerFile = Options.FileLineCount,
        TotalSeconds = Rounded(Engine.Time.TotalSeconds),
        PaymentsPerSecond = Rounded(Engine.PerSecond),
        FloorPaymentsPerSecond1 = Rounded(Floor.PerSecond.ByOne),
        FloorPaymentsPerSecond2 = Rounded(Floor.PerSecond.ByTwo),
        Ratio = Rounded(Ratio),
        IsRatioReached,
        FloorWroteTheSame = Floor.WroteTheSame,
        RowsPerPayment = Rounded(Floor.RowsPerAccount),
        WalBytesPerPayment = Rounded(Engine.WalBytesPerItem),
        FlushesPerPayment = Math.Round(Engine.FlushesPerItem, 5),
        ProcessorMillisecondsPerPayment = Rounded(Engine.ProcessorMillisecondsPerItem),
        AllocatedBytesPerPayment = Rounded(Engine.AllocatedBytesPerItem),
        Options.Rate,
        Options.HotRate,
        Batches = WithHot.Count,
        WithoutHotP50Milliseconds = Rounded(WithoutHot.P50),
        WithoutHotP99Milliseconds = Rounded(WithoutHot.P99),
        WithHotP50Milliseconds = Rounded(WithHot.P50),
        WithHotP99Milliseconds = Rounded(WithHot.P99),
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {Engine.Count:N0} payments in files of {Options.FileLineCount:N0} lines, from the door to the receipt
          booked      {Engine.PerSecond,10:N0} payments/s, durable
          floor       {Floor.PerSecond.ByOne,10:N0} payments/s by one writer, {Floor.PerSecond.ByTwo:N0} by two
          ratio       {Ratio,10:N3} of the better floor (at least {RatioMin}: {(IsRatioReached ? "holds" : "BROKEN")})
          per payment {Engine.WalBytesPerItem,10:N0} bytes of log, {Floor.RowsPerAccount:N1} rows
          flushes     {Engine.FlushesPerItem,10:N5} per payment
          processor   {Engine.ProcessorMillisecondsPerItem,10:N3} ms per payment in the engine's process
          the floor wrote the same rows: {Floor.WroteTheSame}
        {Options.Rate} payments a second to many accounts, {WithHot.Count:N0} batches
          alone       p50 {WithoutHot.P50:N1}, p99 {WithoutHot.P99:N1} ms until a batch is booked
          beside      p50 {WithHot.P50:N1}, p99 {WithHot.P99:N1} ms while one account gets {Options.HotRate} a second
        """);

    private double Ratio => Engine.PerSecond / Floor.Best;

    private bool IsRatioReached => Ratio >= RatioMin;

    private static double Rounded(double value) => Math.Round(value, 3);
}
