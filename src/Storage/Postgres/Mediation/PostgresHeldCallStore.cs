using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Mediation;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Mediation;
using NodaTime;
using Npgsql;

namespace BillingActors.Storage.Postgres.Mediation;

/// <summary>
/// Long calls on PostgreSQL. The row of a call is its lock: its parts are taken one after the other. Of a person who
/// drops the row of the worklist and of work on the call, one is first, too.
/// </summary>
internal sealed class PostgresHeldCallStore(PostgresDatabase database, HeldCallEnvelopes envelopes) : IHeldCallStore
{
    private const string AddCall = "insert into held_call(source, call_id) values ($1, $2) on conflict do nothing";

    private const string LockCall = "select 1 from held_call where source = $1 and call_id = $2 for update";

    private const string LockWork = """
        select 1 from worklist w join held_call h on h.worklist_id = w.id
        where h.source = $1 and h.call_id = $2 for update of w
        """;

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

    private const string EndWork = """
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = now(), resolution = $3
        where kind = 'open-call' and state = 'open' and field = $1
        """;

    private const string EndDueWork = "delete from due_work where kind = 'call' and key = $1";

    public async Task<ImmutableArray<HeldOutcome>> Hold(
        string importId, ImmutableArray<HeldPart> parts, DateTimeOffset dueAt, CancellationToken cancellation)
    {
        var payloads = await envelopes.Seal(parts, cancellation);
        return await database.InRetriedTransaction(
            async transaction =>
            {
                var outcomes = new HeldOutcome[parts.Length];
                foreach (var call in Enumerable.Range(0, parts.Length).GroupBy(place => parts[place].Call)
                    .OrderBy(group => group.Key))
                {
                    var row = await Load(transaction, call.Key, cancellation);
                    foreach (var place in call)
                    {
                        var part = parts[place];
                        row = row.Take(part.Part, out var outcome);
                        if (outcome.IsNew)
                            await Added(transaction, importId, part, payloads[place]).Run(cancellation);
                        else if (outcome.Refusal is null)
                            outcome = outcome with { IsNew = await IsOwn(transaction, importId, part, cancellation) };
                        outcomes[place] = outcome;
                    }
                    await Follow(transaction, row, (parts[call.First()], dueAt), cancellation);
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
        var parts = await database.InTransaction(
            transaction => Close(transaction, (source, callId), againAt, cancellation), cancellation);
        var found = ImmutableArray.CreateBuilder<HeldPart>(parts.Length);
        foreach (var (part, payload) in parts.Where(static one => one.Payload.Length > 0))
            found.Add(new(await envelopes.Open((source, callId), part.Number, payload, cancellation), part));
        return found.DrainToImmutable();
    }

    public Task End(string source, string callId, CancellationToken cancellation) => database.InTransaction(
        async transaction =>
        {
            await transaction.Command(ClearParts, source, callId).Run(cancellation);
            return await transaction.Command(EndDueWork, HeldCallWords.NameOf(source, callId)).Run(cancellation);
        },
        cancellation);

    // The row of the worklist is ended before the state is read, which then tells whether a person was first.
    private static async Task<ImmutableArray<(CallPart Part, byte[] Payload)>> Close(
        NpgsqlTransaction transaction, (string Source, string CallId) call, DateTimeOffset againAt,
        CancellationToken cancellation)
    {
        var (source, callId) = call;
        var name = HeldCallWords.NameOf(source, callId);
        await transaction.Command(LockCall, source, callId).Run(cancellation);
        var parts = await transaction.Command(SelectParts, source, callId).Query(ReadWithPayload, cancellation);
        var isComplete = new HeldCall([.. parts.Select(static one => one.Part)]).IsComplete;
        await transaction.Command(EndWork, name, HeldCallWords.Actor, HeldCallWords.ResolutionOf(isComplete))
            .Run(cancellation);
        await transaction.Command(MoveDueWork, name, againAt.ToUniversalTime()).Run(cancellation);
        var known = await transaction.Command(SelectState, source, callId).Query(row => row.GetString(0), cancellation);
        var isDropped = known is ["dropped"];
        await transaction.Command(
            SetState, source, callId, isDropped ? "dropped" : HeldCallWords.StateOf(isComplete)).Run(cancellation);
        return isDropped ? [] : parts;
    }

    private static async Task<bool> IsOwn(
        NpgsqlTransaction transaction, string importId, HeldPart one, CancellationToken cancellation)
    {
        var found = await transaction.Command(
            SelectOwn, one.Call.Source, one.Call.CallId, one.Part.Number, importId, one.Entry.Line)
            .Query(static _ => true, cancellation);
        return !found.IsEmpty;
    }

    private static async Task<HeldCallRow> Load(
        NpgsqlTransaction transaction, (string Source, string CallId) call, CancellationToken cancellation)
    {
        await transaction.Command(AddCall, call.Source, call.CallId).Run(cancellation);
        await transaction.Command(LockCall, call.Source, call.CallId).Run(cancellation);
        await transaction.Command(LockWork, call.Source, call.CallId).Run(cancellation);
        var state = await transaction.Command(SelectState, call.Source, call.CallId)
            .Query(row => row.GetString(0), cancellation);
        var parts = await transaction.Command(SelectParts, call.Source, call.CallId).Query(Read, cancellation);
        return new HeldCallRow(state[0], new HeldCall(parts));
    }

    private static NpgsqlCommand Added(
        NpgsqlTransaction transaction, string importId, HeldPart one, byte[] payload) => transaction.Command(
        AddPart, one.Call.Source, one.Call.CallId, one.Part.Number, one.Part.IsLast,
        one.Part.Start.ToUnixTimeTicks(), one.Part.Quantity.ToString(CultureInfo.InvariantCulture), one.Part.Rest,
        importId, one.Entry.Line, payload);

    // What waits is seen until the rest comes; a call that is complete is rated right away.
    private static async Task Follow(
        NpgsqlTransaction transaction, HeldCallRow row, (HeldPart First, DateTimeOffset DueAt) given,
        CancellationToken cancellation)
    {
        if (row.State != HeldCallRow.OpenState || row.Call.Parts.IsEmpty)
            return;
        var (source, callId) = given.First.Call;
        var name = HeldCallWords.NameOf(source, callId);
        await transaction.Command(AddDueWork, name, ShardKey.Of(name), given.DueAt.ToUniversalTime())
            .Run(cancellation);
        if (row.Call.IsComplete)
            return;
        var until = await transaction.Command(SelectDueAt, name)
            .Query(due => due.GetFieldValue<DateTimeOffset>(0), cancellation);
        var party = given.First.Entry.Party.Split('/');
        var id = await transaction.Command(
            UpsertWork, HeldCallWords.Detail(row.Call, until[0]), party[0], party[1], name)
            .Query(work => work.GetInt64(0), cancellation);
        await transaction.Command(SetWork, source, callId, id[0]).Run(cancellation);
    }

    private static CallPart Read(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        row.GetBoolean(1),
        Instant.FromUnixTimeTicks(row.GetInt64(2)),
        decimal.Parse(row.GetString(3), CultureInfo.InvariantCulture),
        row.GetString(4));

    private static (CallPart Part, byte[] Payload) ReadWithPayload(NpgsqlDataReader row) =>
        (Read(row), row.IsDBNull(5) ? [] : row.GetFieldValue<byte[]>(5));
}
