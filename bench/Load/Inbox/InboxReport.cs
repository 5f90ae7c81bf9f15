using System.Globalization;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Inbox;

/// <summary>What a run of the inbox benchmark found.</summary>
internal sealed record InboxReport : IFindings
{
    public required int RecordCount { get; init; }

    public required InboxBenchOptions Options { get; init; }

    public required TimeSpan Accepted { get; init; }

    public required TimeSpan Copied { get; init; }

    public bool IsSound => true;

    private double AcceptedPerSecond => RecordCount / Accepted.TotalSeconds;

    private double CopiedPerSecond => RecordCount / Copied.TotalSeconds;

    private double Ratio => AcceptedPerSecond / CopiedPerSecond;

    public object Figures => new
    {
        Records = RecordCount,
        RecordsPerBatch = Options.RecordCount,
        Producers = Options.ProducerCount,
        AcceptedPerSecond = Math.Round(AcceptedPerSecond),
        FloorPerSecond = Math.Round(CopiedPerSecond),
        Ratio = Math.Round(Ratio, 3),
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {RecordCount:N0} records in batches of {Options.RecordCount:N0}, {Options.ProducerCount} producers
          accepted    {AcceptedPerSecond,10:N0} records/s, durable
          floor       {CopiedPerSecond,10:N0} records/s by COPY of one row per record
          ratio       {Ratio,10:N3}
        """);
}
