using BillingActors.Survival.Desks;
using Npgsql;

namespace BillingActors.Survival.Checks;

/// <summary>
/// Compares what senders know with what is in the books: every acknowledged payment has its effect once, no other one
/// more than once, and invoice numbers have neither gaps nor doubles.
/// </summary>
internal static class Effects
{
    // The money of a payment is the debit of the till.
    private const string SelectPaid = """
        select event.command_id, event.account_key, count(*), sum(posting.amount_minor)::bigint, min(event.version)
        from account_event event
            join posting on posting.account_key = event.account_key and posting.version = event.version
        where event.command_id like 'pay-%' and posting.ledger_account like 'cash/%'
        group by event.command_id, event.account_key
        """;

    private const string SelectNumbers = """
        select count(*), coalesce(max(number), 0), coalesce(min(number), 1), count(distinct number),
            count(distinct (account_key, period_from))
        from invoice
        """;

    private const string SelectRuns = "select run_id, count(*) from invoice group by run_id";

    /// <summary>Everything that must not be; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> Check(
        NpgsqlDataSource books, Known known, CancellationToken cancellation)
    {
        var anomalies = new List<string>();
        await CheckPayments(books, known.Commands, anomalies, cancellation);
        await CheckNumbers(books, anomalies, cancellation);
        await CheckRuns(books, known, anomalies, cancellation);
        return anomalies;
    }

    private static async Task CheckPayments(
        NpgsqlDataSource books,
        IReadOnlyCollection<PaidCommand> sent,
        List<string> anomalies,
        CancellationToken cancellation)
    {
        var byId = sent.ToDictionary(command => command.CommandId, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        await using var command = books.CreateCommand(SelectPaid);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var (id, account) = (rows.GetString(0), rows.GetString(1));
            found.Add(id);
            if (!byId.TryGetValue(id, out var paid))
                continue; // Sent after the list was made, or before this run.
            if (rows.GetInt64(2) != 1 || rows.GetInt64(3) != paid.AmountMinor)
                anomalies.Add($"{id}: {rows.GetInt64(2)} effects of {rows.GetInt64(3)}, not one of {paid.AmountMinor}");
            if (account != $"{BookSettings.EntityId}/{BookSettings.AccountId(paid.AccountIndex)}")
                anomalies.Add($"{id}: its effect is in {account}");
            if (paid.AcknowledgedVersion is { } version && version < rows.GetInt64(4))
                anomalies.Add($"{id}: acknowledged at version {version}, stored at {rows.GetInt64(4)}");
        }
        anomalies.AddRange(
            from paid in sent
            where paid.AcknowledgedVersion is not null && !found.Contains(paid.CommandId)
            select $"{paid.CommandId}: acknowledged, and its effect is lost");
    }

    private static async Task CheckNumbers(
        NpgsqlDataSource books, List<string> anomalies, CancellationToken cancellation)
    {
        await using var command = books.CreateCommand(SelectNumbers);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var (count, last, first, distinct, periods) =
            (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
        if (count != last || count != distinct || first != 1)
            anomalies.Add($"{count} invoices have numbers {first} to {last}, {distinct} different ones");
        if (periods != count)
            anomalies.Add($"{count} invoices bill {periods} periods of accounts");
    }

    private static async Task CheckRuns(
        NpgsqlDataSource books, Known known, List<string> anomalies, CancellationToken cancellation)
    {
        var issued = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var command = books.CreateCommand(SelectRuns);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            issued[rows.GetString(0)] = rows.GetInt64(1);
        anomalies.AddRange(
            from run in known.ClosedRuns
            where issued.GetValueOrDefault(run.RunId) != run.IssuedCount
            select $"run {run.RunId} says {run.IssuedCount} bills, there are {issued.GetValueOrDefault(run.RunId)}");
    }
}
