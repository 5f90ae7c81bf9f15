using System.Collections.Immutable;
using BillingActors.Load.Floors;
using Npgsql;

namespace BillingActors.Load.Cycles;

/// <summary>
/// The rows of a billed cycle: event, postings, invoice, open item and draft of every account, and the day on which it
/// is looked at because it owes something.
/// </summary>
internal static class CycleFloor
{
    private const string Billed = $"select account_key from invoice where run_id = '{CycleBook.RunId}'";

    private const string OfRun =
        $"(account_key, version) in (select account_key, version from invoice where run_id = '{CycleBook.RunId}')";

    private const string UpsertCheckpoint = """
        insert into bill_run_checkpoint(run_id, partition, stage, cursor, is_done)
        values ('floor', $1, 'release', $2, false)
        on conflict (run_id, partition, stage) do update set cursor = excluded.cursor
        """;

    private const string DrawNumbers = "update number_series set last = last + $1";

    public static FloorShape Shape { get; } = new()
    {
        Accounts = Billed,
        PageSize = 2000,
        Added =
        [
            new("account_event", OfRun, "account_key, version"),
            new("posting", OfRun, "account_key, version, line"),
            new("invoice", $"run_id = '{CycleBook.RunId}'", "account_key, version"),
            new("open_item", $"account_key in ({Billed})", "account_key, item_id"),
            new("bill_draft", $"run_id = '{CycleBook.RunId}'", "account_key"),
            new("due_work", "kind = 'collection'", "key", "key"),
        ],
        Compared =
        [
            "account_event", "posting", "invoice", "open_item", "bill_draft", "account", "number_series",
            "(select * from due_work where kind = 'collection')",
        ],
        Beside = CheckpointAndNumbers,
    };

    private static ImmutableArray<NpgsqlBatchCommand> CheckpointAndNumbers(FloorPage page, int writer) =>
    [
        FloorWriter.Command(UpsertCheckpoint, writer, page.LastKey),
        FloorWriter.Command(DrawNumbers, (long)page.Accounts.Count),
    ];
}
