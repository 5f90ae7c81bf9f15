using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace BillingActors.Comparison.Service;

/// <summary>
/// The service: every request is one transaction. Statements of one request go together, sums are kept by the database,
/// and an id that came before is told by its key.
/// </summary>
internal static class AccountEndpoints
{
    private const string InsertAccount =
        "insert into plain_account(account_key, owed_minor, unbilled) values ($1, 0, 0) on conflict do nothing";

    /// <summary>What is new of the calls is kept and added up, in one statement.</summary>
    private const string RateCalls = """
        with rated as (
            insert into plain_call(account_key, call_id, at, called, seconds, amount)
            select $1, c.id, c.at, c.called, c.seconds, c.amount
            from unnest($2::text[], $3::timestamptz[], $4::text[], $5::integer[], $6::numeric[])
                as c(id, at, called, seconds, amount)
            on conflict do nothing returning amount)
        update plain_account set unbilled = unbilled + (select coalesce(sum(amount), 0) from rated)
        where account_key = $1
        """;

    private const string InsertBill = """
        with bill as (
            insert into plain_bill(account_key, until, number, base_minor, energy_minor, discount_minor, tax_minor,
                open_minor)
            values ($1, $2, nextval('plain_bill_number'), $3, $4, $5, $6, $7)
            on conflict do nothing returning account_key),
        posted as (
            insert into plain_posting(account_key, ledger_account, amount_minor)
            select account_key, p.ledger_account, p.amount from bill,
                (values ('receivables', $7), ('revenue', -($7 - $6)), ('tax', -$6)) as p(ledger_account, amount))
        update plain_account set owed_minor = owed_minor + $7, unbilled = 0
        where account_key = (select account_key from bill)
        """;

    private const string MarkCalls =
        "update plain_call set billed_until = $2 where account_key = $1 and billed_until is null";

    private const string LockAccount = "select owed_minor from plain_account where account_key = $1 for update";

    /// <summary>The oldest bill is paid first: what lies before a bill is a sum over those that are older.</summary>
    private const string InsertPayment = """
        with payment as (
            insert into plain_payment(account_key, payment_id, amount_minor) values ($1, $2, $3)
            on conflict do nothing returning account_key),
        older as (
            select b.until, b.open_minor, sum(b.open_minor) over (order by b.until) - b.open_minor as before
            from plain_bill b where b.account_key = (select account_key from payment) and b.open_minor > 0),
        paid as (
            update plain_bill b set open_minor = b.open_minor - least(o.open_minor, greatest($3 - o.before, 0))
            from older o where b.account_key = $1 and b.until = o.until),
        posted as (
            insert into plain_posting(account_key, ledger_account, amount_minor)
            select account_key, p.ledger_account, p.amount from payment,
                (values ('bank', $3), ('receivables', -$3)) as p(ledger_account, amount))
        update plain_account set owed_minor = owed_minor - $3 where account_key = (select account_key from payment)
        """;

    private const string SelectBalance =
        "select owed_minor, unbilled::text from plain_account where account_key = $1";

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/accounts/{entity}/{id}");
        account.MapPut("/", Open);
        account.MapPost("/calls", Rate);
        account.MapPost("/bills", Bill);
        account.MapPost("/payments", Pay);
        account.MapGet("/", Look);
    }

    private static async Task<Ok> Open(
        string entity, string id, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await Commands.Run(source, [Commands.Of(InsertAccount, Key(entity, id))], cancellation);
        return TypedResults.Ok();
    }

    private static async Task<Ok> Rate(
        string entity, string id, Call[] calls, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var rate = Commands.Of(
            RateCalls,
            Key(entity, id),
            calls.Select(call => call.Id).ToArray(),
            calls.Select(call => call.At.UtcDateTime).ToArray(),
            calls.Select(call => call.To).ToArray(),
            calls.Select(call => call.Seconds).ToArray(),
            calls.Select(Prices.Of).ToArray());
        await Commands.Run(source, [rate], cancellation);
        return TypedResults.Ok();
    }

    private static async Task<Ok> Bill(
        string entity, string id, MeterUse use, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var (key, bill) = (Key(entity, id), Prices.Of(use));
        await Commands.Run(
            source,
            [
                Commands.Of(LockAccount, key),
                Commands.Of(
                    InsertBill, key, use.Until, bill.BaseMinor, bill.EnergyMinor, bill.DiscountMinor, bill.TaxMinor,
                    bill.TotalMinor),
                Commands.Of(MarkCalls, key, use.Until),
            ],
            cancellation);
        return TypedResults.Ok();
    }

    private static async Task<Ok> Pay(
        string entity, string id, PlainPayment payment, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var key = Key(entity, id);
        await Commands.Run(
            source,
            [
                Commands.Of(LockAccount, key),
                Commands.Of(InsertPayment, key, payment.PaymentId, payment.AmountMinor),
            ],
            cancellation);
        return TypedResults.Ok();
    }

    private static async Task<Results<Ok<PlainAccount>, NotFound>> Look(
        string entity, string id, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(SelectBalance);
        command.Parameters.Add(new NpgsqlParameter { Value = Key(entity, id) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? TypedResults.Ok(new PlainAccount(reader.GetInt64(0), reader.GetString(1)))
            : TypedResults.NotFound();
    }

    private static string Key(string entity, string id) => $"{entity}/{id}";
}
