using System.Globalization;
using BillingActors.Storage.Accounts;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>The rows of deposits that a flush writes.</summary>
internal static class PostgresDepositRows
{
    private const string Upsert = """
        insert into deposit(account_key, deposit_id, status, basis, amount_minor, paid_minor, held_minor,
            interest_minor, assessed_on, paid_on)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[],
            $8::bigint[], $9::date[], $10::date[])
        on conflict (account_key, deposit_id) do update set status = excluded.status,
            amount_minor = excluded.amount_minor, paid_minor = excluded.paid_minor, held_minor = excluded.held_minor,
            interest_minor = excluded.interest_minor, paid_on = excluded.paid_on
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        List<(string Key, StoredDeposit Row)> rows =
            [.. winners.SelectMany(winner => winner.DepositsChanged.Select(row => (winner.Key, row)))];
        if (rows.Count == 0)
            yield break;
        yield return Command(
            Upsert,
            Column(rows, row => row.Key),
            Column(rows, row => row.Row.DepositId),
            Column(rows, row => row.Row.Status),
            Column(rows, row => row.Row.Basis),
            Column(rows, row => row.Row.AmountMinor),
            Column(rows, row => row.Row.PaidMinor),
            Column(rows, row => row.Row.HeldMinor),
            Column(rows, row => row.Row.InterestMinor),
            Column(rows, row => Day(row.Row.AssessedOn)),
            Column(rows, row => Day(row.Row.PaidOn)));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
