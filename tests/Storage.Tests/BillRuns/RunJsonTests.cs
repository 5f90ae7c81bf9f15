using System.Runtime.CompilerServices;
using System.Text;
using BillingActors.Domain.BillRuns;
using BillingActors.Storage.BillRuns;
using NodaTime;

namespace BillingActors.Storage.Tests.BillRuns;

public sealed class RunJsonTests
{
    private static readonly RunCounts Counts =
        new(7, 1, 3, 2, 1, 6000, 1140, [new RunSum("home", 6000)], [new RunSum("VAT", 1140)]);

    private static readonly RunEvent[] Events =
    [
        new RunEvent.Planned("E1", "monthly", Runs.Month, ["A1"], [new RunPartition(1, "E1/A", "E1/M")], 3, true),
        new RunEvent.Calculated(Counts),
        new RunEvent.Reconciled(Counts),
        new RunEvent.Reopened("E1/A1", true),
        new RunEvent.Approved(Counts),
        new RunEvent.ReleaseStarted(new LocalDate(2025, 2, 3)),
        new RunEvent.Released(Counts),
        new RunEvent.Closed(Counts),
        new RunEvent.Cancelled(),
        new RunEvent.Paused(),
        new RunEvent.Resumed(),
    ];

    [Fact]
    public void Every_event_is_written_as_it_always_was()
    {
        var golden = Golden();

        Assert.Equal(golden.Length, Events.Length);
        for (var i = 0; i < Events.Length; i++)
            Assert.Equal(golden[i], Encoding.UTF8.GetString(RunJson.Write(Events[i])));
    }

    [Fact]
    public void Every_event_ever_written_loads()
    {
        foreach (var line in Golden())
        {
            var read = RunJson.ReadEvent(Encoding.UTF8.GetBytes(line));
            Assert.Equal(line, Encoding.UTF8.GetString(RunJson.Write(read)));
        }
    }

    private static string[] Golden([CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "Golden", "run-events.jsonl"));
}
