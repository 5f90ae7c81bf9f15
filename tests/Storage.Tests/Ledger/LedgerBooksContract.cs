using BillingActors.Domain.Accounts;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Statements;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using NodaTime;

namespace BillingActors.Storage.Tests.Ledger;

/// <summary>What the books of a legal entity promise, whatever database lies below them.</summary>
public abstract class LedgerBooksContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly LocalDate Year = new(2025, 1, 1);

    private string Entity => "E" + Id;

    private BooksOf Books => new(Entity, DateTimeZone.Utc);

    [Fact]
    public async Task A_trial_balance_has_openings_and_turnovers_and_sums_to_zero()
    {
        await Fill();

        var rows = await Stores.Ledger.Turnovers(Entity, Year.PlusMonths(2), Year.PlusMonths(3), Cancellation);

        Assert.Equal(new("receivables", "EUR", 21420, 21420, 0), rows[0]);
        Assert.Equal(new("tax/VAT", "EUR", -3420, 0, 3420), rows[^1]);
        Assert.Equal(0, rows.Sum(row => row.OpeningMinor));
        Assert.Equal(0, rows.Sum(row => row.ClosingMinor));
        Assert.Empty(await Stores.Ledger.Turnovers("nobody", Year, Year.PlusMonths(12), Cancellation));
    }

    [Theory]
    [InlineData(JournalFormat.Hledger)]
    [InlineData(JournalFormat.Beancount)]
    public async Task Money_of_nobody_is_in_the_trial_balance_and_the_journal(JournalFormat format)
    {
        await Fill();
        var payment = new Payment("P-1", "bank", "wire", 1234, "EUR", new DateOnly(2025, 2, 2));
        await Stores.UnidentifiedCash.Add(
            [new UnidentifiedCash(Entity, "A-9", payment, new DateOnly(2025, 2, 3))], Cancellation);

        var rows = await Stores.Ledger.Turnovers(Entity, Year, Year.PlusMonths(12), Cancellation);

        Assert.Contains(new("cash/wire", "EUR", 0, 1234, 0), rows);
        Assert.Contains(new("unidentified-cash", "EUR", 0, 0, 1234), rows);
        var journal = await Journal(format, isByDay: false);
        Assert.Contains("-12.34 EUR", journal, StringComparison.Ordinal);
        await JournalChecker.Accepts(format, journal, Cancellation);
    }

    [Fact]
    public async Task Ages_of_any_past_day_tie_to_the_control_accounts()
    {
        await Fill();

        for (var day = Year; day < Year.PlusMonths(6); day = day.PlusDays(5))
        {
            foreach (var basis in Enum.GetValues<AgeingBasis>())
            {
                var ageing = await Stores.Ledger.Ageing(Books, day, basis, Cancellation);
                Assert.All(ageing.Totals, total => Assert.True(total.IsTied));
                Assert.Equal(
                    ageing.Totals.Sum(total => total.Ageing.ItemsMinor),
                    ageing.Accounts.Sum(account => account.Ageing.ItemsMinor));
            }
        }
        var march = await Stores.Ledger.Ageing(Books, new LocalDate(2025, 3, 1), AgeingBasis.DueDate, Cancellation);
        Same(["A0", "A1", "A2"], march.Accounts.Select(account => account.AccountId));
        Assert.Equal(new Ageing(7140, 7140, 0, 0, 0, 0, 0, 0), march.Accounts[0].Ageing);
        Assert.Equal((3L, 42840L), (march.Totals[0].AccountCount, march.Totals[0].ReceivablesMinor));
    }

    [Fact]
    public async Task Several_currencies_of_one_entity_are_never_added_up()
    {
        await Fill();
        await BillDollars();

        var rows = await Stores.Ledger.Turnovers(Entity, Year, Year.PlusMonths(12), Cancellation);
        var ageing = await Stores.Ledger.Ageing(Books, Year.PlusMonths(6), AgeingBasis.DueDate, Cancellation);

        Same(["EUR", "USD"], rows.Select(row => row.Currency).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows.GroupBy(row => row.Currency), one => Assert.Equal(0, one.Sum(row => row.ClosingMinor)));
        Assert.Equal(
            [("EUR", 3L, 9 * 7140L), ("USD", 1L, 7140L)],
            ageing.Totals.Select(total => (total.Currency, total.AccountCount, total.ReceivablesMinor)));
        Assert.All(ageing.Totals, total => Assert.True(total.IsTied));
        foreach (var format in Enum.GetValues<JournalFormat>())
            await JournalChecker.Accepts(format, await Journal(format, isByDay: true), Cancellation);
    }

    [Fact]
    public async Task A_journal_that_was_changed_behind_our_back_is_not_tied()
    {
        await Fill();
        await Sql($"""
            insert into posting(account_key, version, line, ledger_account, currency, amount_minor, booked_on)
            values ('{Entity}/A0', 99, 0, 'receivables', 'EUR', 1, '2025-02-01'),
                ('{Entity}/A0', 99, 1, 'goodwill', 'EUR', -1, '2025-02-01')
            """);

        var ageing = await Stores.Ledger.Ageing(Books, Year.PlusMonths(3), AgeingBasis.DueDate, Cancellation);

        Assert.False(Assert.Single(ageing.Totals).IsTied);
    }

    [Theory]
    [InlineData(JournalFormat.Hledger, false)]
    [InlineData(JournalFormat.Hledger, true)]
    [InlineData(JournalFormat.Beancount, false)]
    [InlineData(JournalFormat.Beancount, true)]
    public async Task The_same_books_are_the_same_journal_and_its_checker_accepts_it(JournalFormat format, bool isByDay)
    {
        await Fill();
        await LockJanuaryAndBillLate();

        var first = await Journal(format, isByDay);

        Assert.Equal(first, await Journal(format, isByDay));
        await JournalChecker.Accepts(format, first, Cancellation);
        Assert.Contains("499.80", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JournalFormat.Hledger, "71.40 EUR", "71.41 EUR")]
    [InlineData(JournalFormat.Hledger, "= 642.60 EUR", "= 642.59 EUR")]
    [InlineData(JournalFormat.Hledger, "account Income:4000-Revenue\n", "")]
    [InlineData(JournalFormat.Beancount, "71.40 EUR", "71.41 EUR")]
    [InlineData(JournalFormat.Beancount, "642.60 ~ 0", "642.59 ~ 0")]
    [InlineData(JournalFormat.Beancount, "2025-01-01 open Income:4000-Revenue\n", "")]
    public async Task A_broken_journal_is_refused(JournalFormat format, string text, string by)
    {
        await Fill();
        var journal = await Journal(format, isByDay: false);
        Assert.Contains(text, journal, StringComparison.Ordinal);

        await JournalChecker.Refuses(format, journal.Replace(text, by, StringComparison.Ordinal), Cancellation);
    }

    [Theory]
    [InlineData(JournalFormat.Hledger)]
    [InlineData(JournalFormat.Beancount)]
    public async Task A_journal_goes_on_where_the_one_before_ended(JournalFormat format)
    {
        await Fill();
        var order = Order(format, isByDay: false) with { From = Year.PlusMonths(2) };

        var journal = await Write(order);

        await JournalChecker.Accepts(format, journal, Cancellation);
        Assert.Contains("Opening balances", journal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JournalFormat.Hledger)]
    [InlineData(JournalFormat.Beancount)]
    public async Task A_chart_of_its_own_with_any_names_is_legal(JournalFormat format)
    {
        await Fill();
        var chart = ChartOfAccounts.Of(
        [
            new("receivables", "1-40", "Débiteurs (Österreich); \"alle\"", LedgerAccountType.Asset),
            new("tax/VAT", "3800", "***", LedgerAccountType.Liability),
            new("revenue/charges", "8", "x", LedgerAccountType.Income),
        ]);

        await JournalChecker.Accepts(
            format, await Write(Order(format, isByDay: false) with { Chart = chart }), Cancellation);
    }

    private async Task Fill()
    {
        for (var i = 0; i < 3; i++)
        {
            var account = await Stores.Accounts.Append(
                Turns.Open($"{Entity}/A{i}", Turns.Started("CT-1", from: Year)), Cancellation);
            for (var month = 0; month < 3; month++)
                account = await Bill(account, month);
        }
    }

    private async Task BillDollars()
    {
        var opening = Turns.Open($"{Entity}/D");
        var opened = (AccountEvent.Opened)opening.Events[0] with { Currency = "USD" };
        await Bill(await Stores.Accounts.Append(opening with { Events = [opened] }, Cancellation), 0);
    }

    private async Task LockJanuaryAndBillLate()
    {
        var wanted = new LockPeriod(new YearMonth(2025, 2), false, Year.PlusMonths(3));
        var anna = new Actor(ActorKind.Person, "anna");
        var context = new CommandContext("lock-" + Id, anna, "api", Instant.FromDateTimeOffset(At));
        await Stores.Periods.Change(
            Entity, new PeriodChange(context, "", periods => PeriodLock.Decide(periods, wanted)), Cancellation);
        await Bill(await Stores.Accounts.Append(Turns.Open($"{Entity}/B"), Cancellation), 0);
    }

    // A bill for the month of a version, stored after the version the account has.
    private Task<LoadedAccount> Bill(LoadedAccount account, int month)
    {
        var dated = Turns.Bill(account with { Version = month });
        var id = $"{account.Key.Replace('/', '.')}-{month}";
        var issued = (AccountEvent.InvoiceIssued)dated.Events[0] with { InvoiceId = id };
        return Stores.Accounts.Append(
            dated with { Before = account, Events = [issued], Invoice = dated.Invoice! with { InvoiceId = id } },
            Cancellation);
    }

    private JournalOrder Order(JournalFormat format, bool isByDay) =>
        new(Books, Year, Year.PlusMonths(12), ChartOfAccounts.Default, format, isByDay);

    private Task<string> Journal(JournalFormat format, bool isByDay) => Write(Order(format, isByDay));

    private async Task<string> Write(JournalOrder order)
    {
        await using var text = new StringWriter();
        await Stores.Ledger.WriteJournal(order, text, Cancellation);
        return text.ToString();
    }
}
