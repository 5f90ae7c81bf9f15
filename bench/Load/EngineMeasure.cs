namespace BillingActors.Load;

/// <summary>What the engine did: its times, and what they cost in the write-ahead log.</summary>
internal sealed record EngineMeasure(
    int AccountCount, EngineTimes Times, EngineCost Cost, double WalBytesPerBill, double FlushesPerBill)
{
    public double Seconds => (Times.Calculate + Times.Release).TotalSeconds;

    public double AccountsPerSecond => AccountCount / Seconds;

    /// <summary>Processor time of this process, look-ups included; that of the database is not in it.</summary>
    public double ProcessorMillisecondsPerBill => Cost.Processor.TotalMilliseconds / AccountCount;

    /// <summary>Bytes this process allocated, look-ups included.</summary>
    public double AllocatedBytesPerBill => (double)Cost.AllocatedBytes / AccountCount;

    /// <summary>The look-up time that a share of the look-ups did not exceed, in milliseconds.</summary>
    public double LookUpMilliseconds(double share) => Times.LookUps.Length == 0
        ? 0
        : Times.LookUps[(int)Math.Ceiling(share * Times.LookUps.Length) - 1].TotalMilliseconds;
}
