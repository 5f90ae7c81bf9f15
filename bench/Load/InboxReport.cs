using System.Globalization;
using System.Text.Json;

namespace BillingActors.Load;

/// <summary>What a run of the inbox benchmark found.</summary>
internal sealed record InboxReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required int RecordCount { get; init; }

    public required InboxBenchOptions Options { get; init; }

    public required TimeSpan Accepted { get; init; }

    public required TimeSpan Copied { get; init; }

    public required Durability Durability { get; init; }

    public required MachineFacts Machine { get; init; }

    public bool IsValid => Durability.IsFull;

    private double AcceptedPerSecond => RecordCount / Accepted.TotalSeconds;

    private double CopiedPerSecond => RecordCount / Copied.TotalSeconds;

    private double Ratio => AcceptedPerSecond / CopiedPerSecond;

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Records = RecordCount,
            RecordsPerBatch = Options.RecordCount,
            Producers = Options.ProducerCount,
            AcceptedPerSecond = Math.Round(AcceptedPerSecond),
            FloorPerSecond = Math.Round(CopiedPerSecond),
            Ratio = Math.Round(Ratio, 3),
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
        {RecordCount:N0} records in batches of {Options.RecordCount:N0}, {Options.ProducerCount} producers
          accepted    {AcceptedPerSecond,10:N0} records/s, durable
          floor       {CopiedPerSecond,10:N0} records/s by COPY of one row per record
          ratio       {Ratio,10:N3}
        {(IsValid ? "valid" : "INVALID")}: {Durability}; {Machine.Database}
        {Machine.Command} at {Machine.Commit} on {Machine.Date}
        {Machine.Cpu}, {Machine.CoreCount} cores, {Machine.FileSystem}, load {Machine.Load}
        """);
}
