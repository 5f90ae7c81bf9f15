using System.Globalization;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Landing;

/// <summary>What a run of the landing benchmark found.</summary>
internal sealed record LandingReport(
    LandingOptions Options,
    LandingFiles Files,
    WorkMeasure Engine,
    TimeSpan Parsed,
    long ByteCount,
    IReadOnlyList<ImportView> Imports) : IFindings
{
    private const double RatioMin = 0.2;
    private const double BytesPerMegabyte = 1_000_000;

    public bool IsSound =>
        Imports.Sum(import => import.StoredCount) == Options.MeterCount
        && Imports.Sum(import => import.DuplicateCount) == Files.DuplicateCount
        && Imports.Sum(import => import.CorrectedCount) == Files.CorrectionCount
        && Imports.Sum(import => import.RejectedCount) == 0;

    public object Figures => new
    {
        Meters = Options.MeterCount,
        Options.IntervalMinutes,
        Days = Engine.Count,
        Duplicates = Imports.Sum(import => import.DuplicateCount),
        Corrections = Imports.Sum(import => import.CorrectedCount),
        Rejected = Imports.Sum(import => import.RejectedCount),
        FileMegabytes = Math.Round(ByteCount / BytesPerMegabyte, 1),
        TotalSeconds = Rounded(Engine.Time.TotalSeconds),
        DaysPerSecond = Math.Round(Engine.PerSecond),
        ParsedPerSecond = Math.Round(ParsedPerSecond),
        Ratio = Rounded(Ratio),
        IsRatioReached,
        WalBytesPerDay = Rounded(Engine.WalBytesPerItem),
        ProcessorMillisecondsPerDay = Rounded(Engine.ProcessorMillisecondsPerItem),
        AllocatedBytesPerDay = Rounded(Engine.AllocatedBytesPerItem),
        AllWasCountedRight = IsSound,
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {Engine.Count:N0} interval days of {Options.MeterCount:N0} meters, {ByteCount / BytesPerMegabyte:N1} MB of NEM12
          landed      {Engine.PerSecond,10:N0} days/s, from the door until they are stored
          floor       {ParsedPerSecond,10:N0} days/s, read only
          ratio       {Ratio,10:N3} (at least {RatioMin}: {(IsRatioReached ? "holds" : "BROKEN")})
          per day     {Engine.WalBytesPerItem,10:N0} bytes of log, {Engine.AllocatedBytesPerItem:N0} allocated
          processor   {Engine.ProcessorMillisecondsPerItem,10:N3} ms per day in the engine's process
          duplicates and corrections were told as such: {IsSound}
        """);

    private double ParsedPerSecond => Engine.Count / Parsed.TotalSeconds;

    private double Ratio => Engine.PerSecond / ParsedPerSecond;

    private bool IsRatioReached => Ratio >= RatioMin;

    private static double Rounded(double value) => Math.Round(value, 3);
}
