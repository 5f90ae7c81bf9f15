using BillingActors.Domain.Approvals;
using BillingActors.Storage.Accounts;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>The inbox of approvals: rows come and go with the commits that ask and decide.</summary>
internal static class PostgresApprovalRows
{
    private const string Insert = """
        insert into approval_request(account_key, request_id, action, effect_minor, currency, maker, reason,
            requested_on, expires_on)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[],
            $8::date[], $9::date[])
        """;

    private const string Delete = """
        delete from approval_request as r using unnest($1::text[], $2::text[]) as decided(account_key, request_id)
        where r.account_key = decided.account_key and r.request_id = decided.request_id
        """;

    /// <summary>The statements for the commits that ask or decide; mostly none.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        var made = winners.SelectMany(winner => winner.RequestsMade.Select(row => (Commit: winner, Row: row))).ToList();
        if (made.Count > 0)
            yield return Inserted(made);
        var decided = winners.SelectMany(winner => winner.RequestsDecided.Select(id => (winner.Key, Id: id))).ToList();
        if (decided.Count > 0)
            yield return Command(Delete, Column(decided, d => d.Key), Column(decided, d => d.Id));
    }

    private static NpgsqlBatchCommand Inserted(List<(PreparedCommit Commit, PendingAction Row)> made) => Command(
        Insert,
        Column(made, m => m.Commit.Key),
        Column(made, m => m.Row.RequestId),
        Column(made, m => m.Row.Action.Name),
        Column(made, m => m.Row.EffectMinor),
        Column(made, m => m.Commit.After.Currency.Code),
        Column(made, m => m.Row.MakerId),
        Column(made, m => m.Row.Reason),
        Column(made, m => m.Row.On.ToDateOnly()),
        Column(made, m => m.Row.ExpiresOn.ToDateOnly()));
}
