using Npgsql;

namespace BillingActors.Comparison.Service;

/// <summary>The tables of the plain service, with the keys that it needs to be right.</summary>
internal static class ServiceSchema
{
    private const string Tables = """
        create table plain_account(
            account_key text collate "C" primary key,
            owed_minor bigint not null,
            unbilled numeric not null);

        create table plain_call(
            account_key text collate "C" not null,
            call_id text collate "C" not null,
            at timestamptz not null,
            called text not null,
            seconds integer not null,
            amount numeric not null,
            billed_until date,
            primary key (account_key, call_id));

        create table plain_bill(
            account_key text collate "C" not null,
            until date not null,
            number bigint not null unique,
            base_minor bigint not null,
            energy_minor bigint not null,
            discount_minor bigint not null,
            tax_minor bigint not null,
            open_minor bigint not null check (open_minor >= 0),
            primary key (account_key, until));

        create sequence plain_bill_number;

        create table plain_payment(
            account_key text collate "C" not null,
            payment_id text collate "C" not null,
            amount_minor bigint not null check (amount_minor > 0),
            primary key (account_key, payment_id));

        create table plain_posting(
            id bigint generated always as identity primary key,
            account_key text collate "C" not null,
            ledger_account text not null,
            amount_minor bigint not null);
        """;

    public static async Task Make(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Tables);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
