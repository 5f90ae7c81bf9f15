using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Calls, data and messages, a record per row.</summary>
internal sealed class CallsUsage : IUsageReader
{
    private static readonly string[] Required = ["id", "start", "seconds", "to"];
    private static readonly string[] Optional =
        ["from", "direction", "session", "continuation", "event", "network", "subscriber", "route"];

    private static readonly (string Word, CallDirection Value)[] Directions =
    [
        ("out", CallDirection.Out), ("in", CallDirection.In),
        ("outgoing", CallDirection.Out), ("incoming", CallDirection.In),
        ("outbound", CallDirection.Out), ("inbound", CallDirection.In),
    ];

    public string Name => "calls";

    public bool Recognises(UsageHead head) => head.HasColumns("id", "start", "seconds");

    public Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        var calls = new List<CallRecord>();
        CsvRecords.ForEach(text, (Required, Optional), others: false, row => calls.Add(CallOf(row, context)));
        if (calls.Count == 0)
            return Task.FromResult(new GivenUsage());
        var (first, last) = (calls.Min(static call => call.Start), calls.Max(static call => call.Start));
        return Task.FromResult(new GivenUsage
        {
            Calls = [.. calls],
            Seen = (first.InZone(context.DayZone).Date, last.InZone(context.DayZone).Date),
        });
    }

    private static CallRecord CallOf(CsvRecords row, UsageContext context) => new(
        row.Required("id"),
        row.At("start", context.TimeZone),
        row.Number("seconds"),
        row["from"],
        row["to"],
        row.Word("direction", Directions))
    {
        Event = row["event"] is { Length: > 0 } name ? name : "call",
        Session = row["session"] is { Length: > 0 } session ? session : null,
        IsContinuation = row.Word("continuation", ("false", false), ("true", true), ("0", false), ("1", true),
            ("no", false), ("yes", true)),
        SubscriberId = row["subscriber"] is { Length: > 0 } subscriber ? subscriber : null,
        Route = row["route"] is { Length: > 0 } route ? route : null,
        Network = row["network"] is { Length: > 0 } network ? network : null,
    };
}
