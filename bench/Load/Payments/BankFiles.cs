using System.Globalization;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Load.Cycles;
using BillingActors.Storage.Inbox;
using Npgsql;

namespace BillingActors.Load.Payments;

/// <summary>
/// What a bank sends: lines that pay what accounts owe, in an order that has nothing to do with theirs.
/// </summary>
internal static class BankFiles
{
    private const int Seed = 20250715;
    private const string Bank = "bench-bank";

    private const string SelectOwed = """
        select account_key, sum(open_minor)::bigint from open_item where open_minor > 0
            and account_key like $1 group by account_key order by account_key
        """;

    /// <summary>One line for every account of a cycle that owes something, with all it owes, cut into files.</summary>
    public static async Task<List<InboxRecord[]>> PayAll(
        string connectionString, CycleBook.Cycle cycle, int fileLineCount, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(SelectOwed);
        command.Parameters.Add(new NpgsqlParameter { Value = CycleBook.KeyPattern(cycle) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var lines = new List<InboxRecord>();
        while (await reader.ReadAsync(cancellation))
            lines.Add(Line(reader.GetString(0), $"{cycle.Id}.{lines.Count}", reader.GetInt64(1)));
        var shuffled = lines.ToArray();
        new Random(Seed).Shuffle(shuffled);
        return [.. shuffled.Chunk(fileLineCount)];
    }

    /// <summary>A line that pays something to an account.</summary>
    public static InboxRecord Line(string accountKey, string id, long amountMinor)
    {
        var (entityId, accountId) = AccountKey.Split(accountKey);
        var payment = new Payment(
            string.Create(CultureInfo.InvariantCulture, $"{Bank}.{id}"),
            Bank,
            "wire",
            amountMinor,
            "EUR",
            CycleBook.Until.AddDays(10),
            "Invoice paid by standing order");
        return new InboxRecord(
            accountKey, Bank, id, PaymentRecordJson.Write(new PaymentEntry(entityId, accountId, payment, Line: 1)));
    }
}
