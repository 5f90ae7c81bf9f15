using System.Collections.Immutable;
using System.Data.Common;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Statements;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using BillingActors.Storage.Ledger.Journals;
using BillingActors.Storage.Verification;
using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>Reads the books of legal entities, on either database.</summary>
internal sealed class LedgerBooks(IBooksReader reader) : ILedgerBooks
{
    private const string SelectTurnovers = """
        select ledger_account, currency,
            cast(sum(case when cast(booked_on as text) < $2 then amount_minor else 0 end) as bigint),
            cast(sum(case when cast(booked_on as text) >= $2 and amount_minor > 0 then amount_minor else 0 end)
                as bigint),
            cast(sum(case when cast(booked_on as text) >= $2 and amount_minor < 0 then -amount_minor else 0 end)
                as bigint)
        from journal_line
        where account_key > $1 || '/' and account_key < $1 || '0' and cast(booked_on as text) < $3
        group by ledger_account, currency
        """;

    private const string SelectEntry = """
        select ledger_account, currency, amount_minor, cast(booked_on as text) from posting
        where account_key = $1 and version = $2 order by line
        """;

    public Task<ImmutableArray<LedgerTurnover>> Turnovers(
        string entityId, LocalDate from, LocalDate until, CancellationToken cancellation) =>
        reader.Read(books => ReadTurnovers(books, entityId, from, until), cancellation);

    public Task<EntityAgeing> Ageing(
        BooksOf entity, LocalDate asOf, AgeingBasis basis, CancellationToken cancellation) =>
        reader.Read(books => Ageing(books, entity, (asOf, basis), cancellation), cancellation);

    public Task<AccountHistory?> History(
        string accountKey, DateTimeZone zone, long? version, CancellationToken cancellation) =>
        reader.Read(books => EntityHistories.Of(books, accountKey, zone, version), cancellation);

    public Task<ImmutableArray<EntryLine>> Entry(
        string accountKey, long version, CancellationToken cancellation) => reader.Read<ImmutableArray<EntryLine>>(
        books =>
        [
            .. books.Read(SelectEntry, row => new EntryLine(
                row.GetString(0), row.GetString(1), row.GetInt64(2), IsoDay.Parse(row.GetString(3))),
                accountKey, version),
        ],
        cancellation);

    public Task WriteJournal(JournalOrder order, TextWriter output, CancellationToken cancellation) => reader.Read(
        books =>
        {
            new JournalExport(books, order, output).Write(cancellation);
            return true;
        },
        cancellation);

    internal static ImmutableArray<LedgerTurnover> ReadTurnovers(
        Books books, string entityId, LocalDate from, LocalDate until) =>
    [
        .. books.Read(SelectTurnovers, TurnoverOf, entityId, IsoDay.Format(from), IsoDay.Format(until))
            .OrderBy(turnover => turnover.LedgerAccount, StringComparer.Ordinal)
            .ThenBy(turnover => turnover.Currency, StringComparer.Ordinal),
    ];

    private static EntityAgeing Ageing(
        Books books, BooksOf entity, (LocalDate AsOf, AgeingBasis Basis) wanted, CancellationToken cancellation)
    {
        var accounts = ImmutableArray.CreateBuilder<AccountAgeing>();
        foreach (var (key, history) in EntityHistories.Read(books, entity, cancellation))
        {
            var ageing = OpenItemStatement.Of(history, wanted.AsOf, wanted.Basis).Ageing;
            var account = history.Account;
            if (ageing != default)
                accounts.Add(new(AccountKey.IdOf(key), account.CustomerId, account.Currency.Code, ageing));
        }
        var journal = ReadTurnovers(books, entity.EntityId, wanted.AsOf.PlusDays(1), wanted.AsOf.PlusDays(1))
            .ToDictionary(turnover => (turnover.LedgerAccount, turnover.Currency), turnover => turnover.OpeningMinor);
        var currencies = accounts.Select(account => account.Currency).Concat(journal.Keys.Select(key => key.Currency));
        var sums = accounts.ToLookup(account => account.Currency, StringComparer.Ordinal);
        return new EntityAgeing(
            wanted.AsOf,
            wanted.Basis,
            accounts.ToImmutable(),
            [.. currencies.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(TotalOf)]);

        AgeingTotal TotalOf(string currency) => new(
            currency,
            sums[currency].LongCount(),
            sums[currency].Aggregate(default(Ageing), (sum, account) => sum + account.Ageing),
            journal.GetValueOrDefault((PostingRules.Receivables, currency)),
            -journal.GetValueOrDefault((LedgerRoles.UnappliedCash, currency)));
    }

    private static LedgerTurnover TurnoverOf(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
}
