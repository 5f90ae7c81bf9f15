using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Mediation;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Mediation;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BillingActors.Storage.Sqlite.Mediation;

/// <summary>Long calls on SQLite.</summary>
internal sealed class SqliteHeldCallStore(SqliteDatabase database, HeldCallEnvelopes envelopes) : IHeldCallStore
{
    private const string AddCall = "insert into held_call(source, call_id) values ($1, $2) on conflict do nothing";

    private const string SelectState = """
        select case when h.state = 'open' and w.state = 'dropped' then 'dropped' else h.state end
        from held_call h left join worklist w on w.id = h.worklist_id where h.source = $1 and h.call_id = $2
        """;

    private const string SelectParts = """
        select part, is_last, started_at, quantity, rest, payload from held_call_part
        where source = $1 and call_id = $2 order by part
        """;

    private const string AddPart = """
        insert into held_call_part(source, call_id, part, is_last, started_at, quantity, rest, import_id, line, payload)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string SelectOwn = """
        select 1 from held_call_part where source = $1 and call_id = $2 and part = $3 and import_id = $4 and line = $5
        """;

    private const string UpsertWork = """
        insert into worklist(kind, code, detail, entity_id, account_id, field)
        values ('open-call', 'call-incomplete', $1, $2, $3, $4)
        on conflict (field) where kind = 'open-call' and state = 'open' do update set detail = excluded.detail
        returning id
        """;

    private const string SetWork = "update held_call set worklist_id = $3 where source = $1 and call_id = $2";

    private const string AddDueWork = """
        insert into due_work(kind, key, shard_key, due_at) values ('call', $1, $2, $3) on conflict do nothing
        """;

    private const string SelectDueAt = "select due_at from due_work where kind = 'call' and key = $1";

    private const string MoveDueWork = "update due_work set due_at = $2 where kind = 'call' and key = $1";

    private const string SetState = """
        update held_call set state = $3 where source = $1 and call_id = $2 and state = 'open'
        """;

    private const string ClearParts = "update held_call_part set payload = null where source = $1 and call_id = $2";

    private const string EndWork = $"""
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = {Microseconds.Now}, resolution = $3
        where kind = 'open-call' and state = 'open' and field = $1
        """;

    private const string EndDueWork = "delete from due_work where kind = 'call' and key = $1";

    public async Task<ImmutableArray<HeldOutcome>> Hold(
        string importId, ImmutableArray<HeldPart> parts, DateTimeOffset dueAt, CancellationToken cancellation)
    {
        var payloads = await envelopes.Seal(parts, cancellation);
        return await database.Write(
            transaction =>
            {
                var outcomes = new HeldOutcome[parts.Length];
                foreach (var call in Enumerable.Range(0, parts.Length).GroupBy(place => parts[place].Call))
                {
                    var row = Load(transaction, call.Key);
                    foreach (var place in call)
                    {
                        var part = parts[place];
                        row = row.Take(part.Part, out var outcome);
                        if (outcome.IsNew)
                            Add(transaction, importId, part, payloads[place]);
                        else if (outcome.Refusal is null)
                            outcome = outcome with { IsNew = IsOwn(transaction, importId, part) };
                        outcomes[place] = outcome;
                    }
                    Follow(transaction, row, [.. call.Select(place => parts[place])], dueAt);
                    foreach (var place in call)
                        outcomes[place] = outcomes[place] with { IsComplete = row.IsReady };
                }
                return outcomes.ToImmutableArray();
            },
            cancellation);
    }

    public async Task<ImmutableArray<HeldPart>> Close(
        string source, string callId, DateTimeOffset againAt, CancellationToken cancellation)
    {
        var parts = await database.Write(
            transaction => Close(transaction, (source, callId), againAt), cancellation);
        var found = ImmutableArray.CreateBuilder<HeldPart>(parts.Count);
        foreach (var (part, payload) in parts.Where(static one => one.Payload.Length > 0))
            found.Add(new(await envelopes.Open((source, callId), part.Number, payload, cancellation), part));
        return found.DrainToImmutable();
    }

    public Task End(string source, string callId, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            transaction.Execute(ClearParts, source, callId);
            transaction.Execute(EndDueWork, HeldCallWords.NameOf(source, callId));
        },
        cancellation);

    private static List<(CallPart Part, byte[] Payload)> Close(
        SqliteTransaction transaction, (string Source, string CallId) call, DateTimeOffset againAt)
    {
        var (source, callId) = call;
        var name = HeldCallWords.NameOf(source, callId);
        var parts = transaction.Query(SelectParts, ReadWithPayload, source, callId);
        var isComplete = new HeldCall([.. parts.Select(static one => one.Part)]).IsComplete;
        transaction.Execute(EndWork, name, HeldCallWords.Actor, HeldCallWords.ResolutionOf(isComplete));
        transaction.Execute(MoveDueWork, name, Microseconds.Of(againAt));
        var isDropped = transaction.Query(SelectState, row => row.GetString(0), source, callId) is ["dropped"];
        transaction.Execute(SetState, source, callId, isDropped ? "dropped" : HeldCallWords.StateOf(isComplete));
        return isDropped ? [] : parts;
    }

    private static bool IsOwn(SqliteTransaction transaction, string importId, HeldPart one) => transaction.Query(
        SelectOwn, static _ => true, one.Call.Source, one.Call.CallId, one.Part.Number, importId, one.Entry.Line)
        .Count > 0;

    private static HeldCallRow Load(SqliteTransaction transaction, (string Source, string CallId) call)
    {
        transaction.Execute(AddCall, call.Source, call.CallId);
        var state = transaction.Query(SelectState, row => row.GetString(0), call.Source, call.CallId)[0];
        var parts = transaction.Query(SelectParts, Read, call.Source, call.CallId);
        return new HeldCallRow(state, new HeldCall([.. parts]));
    }

    private static void Add(SqliteTransaction transaction, string importId, HeldPart one, byte[] payload) =>
        transaction.Execute(
            AddPart, one.Call.Source, one.Call.CallId, one.Part.Number, one.Part.IsLast ? 1L : 0L,
            one.Part.Start.ToUnixTimeTicks(), one.Part.Quantity.ToString(CultureInfo.InvariantCulture), one.Part.Rest,
            importId, one.Entry.Line, payload);

    // What waits is seen until the rest comes; a call that is complete is rated right away.
    private static void Follow(
        SqliteTransaction transaction, HeldCallRow row, ImmutableArray<HeldPart> parts, DateTimeOffset dueAt)
    {
        if (row.State != HeldCallRow.OpenState || row.Call.Parts.IsEmpty)
            return;
        var (source, callId) = parts[0].Call;
        var name = HeldCallWords.NameOf(source, callId);
        transaction.Execute(AddDueWork, name, ShardKey.Of(name), Microseconds.Of(dueAt));
        if (row.Call.IsComplete)
            return;
        var until = Microseconds.ToInstant(transaction.Query(SelectDueAt, due => due.GetInt64(0), name)[0]);
        var item = parts[0].Entry.Party.Split('/');
        var id = transaction.Query(
            UpsertWork, work => work.GetInt64(0), HeldCallWords.Detail(row.Call, until), item[0], item[1], name)[0];
        transaction.Execute(SetWork, source, callId, id);
    }

    private static CallPart Read(SqliteDataReader row) => new(
        row.GetInt32(0),
        row.GetInt64(1) == 1,
        Instant.FromUnixTimeTicks(row.GetInt64(2)),
        decimal.Parse(row.GetString(3), CultureInfo.InvariantCulture),
        row.GetString(4));

    private static (CallPart Part, byte[] Payload) ReadWithPayload(SqliteDataReader row) =>
        (Read(row), row.IsDBNull(5) ? [] : row.GetFieldValue<byte[]>(5));
}
