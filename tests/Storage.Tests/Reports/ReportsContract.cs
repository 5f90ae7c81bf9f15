using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Imports;
using BillingActors.Storage.Tests.Stores;
using NodaTime;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>What all lists and look-ups promise, whatever lies below them.</summary>
public abstract class ReportsContract(StoreSet stores) : StoreContract(stores)
{
    private string Entity => "E" + Id;

    private string Key => $"{Entity}/A.{Id}";

    [Fact]
    public async Task An_account_is_found_by_everything_that_names_it()
    {
        await Billed();
        await Sql($"insert into meter(serial, service_point_id) values ('M-{Id}', 'SP-{Id}')");
        var mine = new EntityScope([Entity]);

        Assert.Equal("account", (await Find(mine, $" A.{Id} ")).MatchedBy);
        Assert.Equal("account", (await Find(mine, Key)).MatchedBy);
        Assert.Equal("customer", (await Find(mine, "C-1")).MatchedBy);
        Assert.Equal("service-point", (await Find(mine, "SP-" + Id)).MatchedBy);
        Assert.Equal("meter", (await Find(mine, "M-" + Id)).MatchedBy);
        Assert.Equal("name", (await Find(mine, "name-of-C-1")).MatchedBy);
        var byNumber = await Find(mine, "INV-00000001");
        Assert.Equal(
            ("invoice", $"A.{Id}-3", "Name of C-1"), (byNumber.MatchedBy, byNumber.InvoiceId, byNumber.CustomerName));
    }

    [Fact]
    public async Task An_amount_finds_what_is_open_what_was_billed_and_what_came_in()
    {
        var billed = await Billed();
        await Sql($"""
            insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor,
                refunded_minor, value_on, booked_on, is_on_account)
            values ('{Key}', 'BANK-{Id}', 'bank', 'wire', 'booked', 7140, 0, 0, '2025-02-01', '2025-02-01', 1 = 0)
            """);
        await Sql($"update open_item set open_minor = 4321 where account_key = '{Key}' and item_id = 'A.{Id}-3'");
        var mine = new EntityScope([Entity]);

        Assert.Equal(
            ["invoice-amount", "payment-amount"],
            (await Stores.Reports.Search(mine, "71.40", Cancellation)).Select(hit => hit.MatchedBy));
        var open = await Find(mine, "43,21");
        Assert.Equal(("open-amount", $"A.{Id}-3"), (open.MatchedBy, open.InvoiceId));
        Assert.Equal("payment", (await Find(mine, "BANK-" + Id)).MatchedBy);
        Assert.Equal(3, billed.Version);
        foreach (var other in (string[])["7140", "71.400", "7.140", "71.4.0", "-71.40"])
            Assert.Empty(await Stores.Reports.Search(mine, other, Cancellation));
        Assert.Equal(2, (await Stores.Reports.Search(mine, "71.4", Cancellation)).Length);
        Assert.Empty(await Stores.Reports.Search(new EntityScope(["other"]), "71.40", Cancellation));
        Assert.Empty(await Stores.Reports.Search(new EntityScope(["other"]), "BANK-" + Id, Cancellation));
    }

    [Fact]
    public async Task An_amount_of_one_legal_entity_is_found_behind_very_many_of_others()
    {
        await Billed();
        // Of a legal entity before and one behind it, more than anybody looks at.
        var many = string.Join(',', Enumerable.Range(0, 600).Select(i =>
            $"('{(i % 2 == 0 ? "A" : "Z")}{Id}/M', 'R-{i}', 'bank', 'wire', 'booked', 990077, 0, 0, '2025-02-01',"
            + " '2025-02-01', 1 = 0)"));
        const string Insert = """
            insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor,
                refunded_minor, value_on, booked_on, is_on_account) values
            """;
        await Sql(Insert + many.Replace("'R-", $"'{Id}-", StringComparison.Ordinal));
        await Sql(Insert + $"""
             ('{Key}', '{Id}', 'bank', 'wire', 'booked', 990077, 0, 0, '2025-02-01', '2025-02-01', 1 = 0)
            """);

        var hit = Assert.Single(await Stores.Reports.Search(new EntityScope([Entity]), "9900.77", Cancellation));

        Assert.Equal(($"A.{Id}", "payment-amount"), (hit.AccountId, hit.MatchedBy));
    }

    [Theory]
    [InlineData("RF18 5390 0754", true), InlineData("rf1853900754", true), InlineData("rf18-5390-0754", true)]
    [InlineData("RF 18 53 90 07 54", true)]
    [InlineData("rent of the GARDEN Muller inv-2025-77", true), InlineData("garden inv202577", true)]
    [InlineData("INV/2025/77", true), InlineData("2025", true), InlineData("2025 inv/2025/77", true)]
    [InlineData("garden", false), InlineData("2025 4711", false), InlineData("77", false), InlineData("RF18", false)]
    [InlineData("A-4711", false)]
    public async Task A_payment_is_found_by_what_came_with_it(string asked, bool isFound)
    {
        await Pays("R-1", "Rent of the garden, Müller INV/2025/77");
        await Pays("R-2", "RF 18 53 90 07 54");
        await Pays("R-3", null);
        await Pays("R-4", "By standing order");
        await Pays("R-5", $"for a.{Id}");
        var mine = new EntityScope([Entity]);

        var hits = await Stores.Reports.Search(mine, asked, Cancellation);

        Assert.Equal(isFound ? ["payment-reference"] : [], hits.Select(hit => hit.MatchedBy));
        Assert.Empty(await Stores.Reports.Search(new EntityScope(["other" + Id]), asked, Cancellation));
        Assert.Equal(4, await Sql($"select count(*) from payment_word where account_key = '{Key}'"));
    }

    [Fact]
    public async Task Who_is_restricted_is_found_by_no_payment_old_or_new()
    {
        await Pays("R-1", "Rent of garden 4711");
        var mine = new EntityScope([Entity]);
        Assert.NotEmpty(await Stores.Reports.Search(mine, "4711", Cancellation));
        var customerId = (await Stores.Accounts.Load(Key, Cancellation)).State.CustomerId;

        await Stores.Persons.Restrict(
            new PersonRequest(customerId, Entity, PersonRequest.Restricted, "sue", At, "why"),
            new AuditEntry(At, "sue", "api", "person-restricted", new AuditSubject("customer", customerId), "r-" + Id),
            Cancellation);
        await Pays("R-2", "Rent of garden 4711");

        Assert.Empty(await Stores.Reports.Search(mine, "4711", Cancellation));
        Assert.Equal(0, await Sql($"select count(*) from payment_word where account_key = '{Key}'"));
    }

    private async Task Pays(string receiptId, string? reference)
    {
        var account = await Stores.Accounts.Load(Key, Cancellation);
        if (account.Version == 0)
        {
            // A customer of its own: whoever is restricted is so for all tests.
            account = await Stores.Accounts.Append(
                Turns.Commit(
                    account, [new AccountEvent.Opened(Entity, "C-" + Id, "EUR", "monthly", 14, Turns.Day)]),
                Cancellation);
        }
        var day = new LocalDate(2025, 2, 3);
        await Stores.Accounts.Append(
            Turns.Commit(account, [ new AccountEvent.ReceiptBooked(
                receiptId, "bank", CashMethod.Wire, 700, day, day, reference, null, null, null, null, true)]),
            Cancellation);
    }

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs()
    {
        await Billed();

        Assert.Empty(await Stores.Reports.Search(new EntityScope(["other"]), Key, Cancellation));
        Assert.Empty(await Stores.Reports.Search(EntityScope.All, "  ", Cancellation));
        Assert.Empty(await Stores.Reports.Accounts(new EntityScope(["other"]), null, "", 10, Cancellation));
        Assert.Null(await Stores.Reports.Invoice(new EntityScope(["other"]), "INV-00000001", Cancellation));
    }

    [Fact]
    public async Task Accounts_are_paged_in_order_of_their_key()
    {
        for (var i = 0; i < 5; i++)
            await Stores.Accounts.Append(Turns.Open($"{Entity}/P{i}"), Cancellation);
        var mine = new EntityScope([Entity]);

        var first = await Stores.Reports.Accounts(mine, null, "", 2, Cancellation);
        var rest = await Stores.Reports.Accounts(mine, "C-1", $"{Entity}/P1", 10, Cancellation);

        Same(["P0", "P1", "P2", "P3", "P4"], first.Concat(rest).Select(row => row.AccountId));
        Assert.Equal(
            new AccountRow(Entity, "P0", "C-1", "Name of C-1", "open", "monthly", "EUR", 0, 1), first[0]);
        Assert.Empty(await Stores.Reports.Accounts(mine, "C-2", "", 10, Cancellation));
    }

    [Fact]
    public async Task Invoices_are_listed_by_account_and_by_run()
    {
        var billed = await Billed();
        await Stores.Accounts.Append(Turns.Bill(billed, "R-" + Id), Cancellation);

        var ofAccount = await Stores.Reports.InvoicesOf(Key, 0, 10, Cancellation);
        var older = await Stores.Reports.InvoicesOf(Key, 4, 10, Cancellation);
        var ofRun = await Stores.Reports.InvoicesOfRun("R-" + Id, "", 10, Cancellation);

        Same(["INV-00000002", "INV-00000001"], ofAccount.Select(row => row.Number));
        Assert.Equal("INV-00000001", Assert.Single(older).Number);
        var row = Assert.Single(ofRun);
        Assert.Equal(
            ("INV-00000002", Entity, "A." + Id, "R-" + Id, 6000L, 1140L, 7140L),
            (row.Number, row.EntityId, row.AccountId, row.RunId, row.NetMinor, row.TaxMinor, row.TotalMinor));
        Assert.Empty(await Stores.Reports.InvoicesOfRun("R-" + Id, Key, 10, Cancellation));
    }

    [Fact]
    public async Task An_invoice_is_seen_as_it_was_issued()
    {
        await Billed();

        var invoice = await Stores.Reports.Invoice(new EntityScope([Entity]), "INV-00000001", Cancellation);

        Assert.Equal(("INV-00000001", Entity, 7140L, 3), (
            invoice!.Number, invoice.EntityId, invoice.TotalMinor, invoice.Lines.Length));
        Assert.Equal((312.25m, 0.2931m, 30m), (
            invoice.Lines[0].Quantity, invoice.Lines[0].UnitPrice, invoice.Lines[0].ExactAmount));
        Assert.Equal(64, invoice.DocumentHash.Length);
        Assert.Null(await Stores.Reports.Invoice(EntityScope.All, "INV-99999999", Cancellation));
        Assert.Null(await Stores.Reports.Invoice(EntityScope.All, "nonsense", Cancellation));
    }

    [Theory]
    [InlineData("E1.A1.7", new[] { "E1/A1" }, 7)]
    [InlineData("E.1.A1.7", new[] { "E/1.A1", "E.1/A1" }, 7)]
    [InlineData("E1.7", new string[0], 7)]
    [InlineData("E1", new string[0], 0)]
    [InlineData("..", new string[0], 0)]
    public void An_invoice_id_is_split_at_every_dot_it_may_mean(string id, string[] keys, long version)
    {
        var split = InvoiceId.Split(id);

        Same(keys, split.AccountKeys);
        Assert.Equal(version, split.Version);
    }

    [Fact]
    public async Task Usage_and_reads_show_what_was_metered()
    {
        var servicePoint = "SP-" + Id;
        var day = Files.DayOf(servicePoint, 0, "x") with { Values = [.. Enumerable.Repeat(1500L, 48)] };
        await Imported(
            new WorkedBatch("I-" + Id, 0, [day], [new ReadRecord([Files.ReadOf(servicePoint, 3, "x", 420)])], []));

        var usage = Assert.Single(
            await Stores.Reports.Usage(servicePoint, new(2025, 1, 1), new(2025, 1, 2), Cancellation));
        var read = Assert.Single(
            await Stores.Reports.Reads(servicePoint, new(2025, 1, 1), new(2025, 2, 1), Cancellation));

        Assert.Equal((72m, 48, 0, 8, 1), (
            usage.Quantity, usage.IntervalCount, usage.MissingCount, usage.EstimatedCount, usage.Version));
        Assert.Equal((420m, "actual", "scheduled"), (read.Value, read.Quality, read.Kind));
        Assert.Empty(await Stores.Reports.Usage(servicePoint, new(2025, 1, 2), new(2025, 2, 1), Cancellation));
    }

    [Fact]
    public async Task Imports_are_listed_newest_first()
    {
        string[] ids = [$"I-{Id}-a", $"I-{Id}-b", $"I-{Id}-c"];
        for (var i = 0; i < ids.Length; i++)
            await Stores.Imports.Begin(Files.Header(ids[i], At.AddYears(9).AddSeconds(i)), Cancellation);

        var first = await Stores.Reports.Imports("", 2, Cancellation);
        var next = await Stores.Reports.Imports(ids[1], 1, Cancellation);

        Same([ids[2], ids[1], ids[0]], first.Concat(next).Select(view => view.ImportId));
    }

    [Fact]
    public async Task The_ledger_sums_the_postings_of_an_entity_between_two_days()
    {
        await Billed();

        var sums = await Stores.Reports.Ledger(Entity, new(2025, 1, 1), new(2026, 1, 1), Cancellation);

        Assert.Equal(
            [
                new LedgerSum("receivables", "EUR", 7140),
                new LedgerSum("revenue/charges", "EUR", -1000),
                new LedgerSum("revenue/home-base", "EUR", -2000),
                new LedgerSum("revenue/home-tou", "EUR", -3000),
                new LedgerSum("tax/VAT", "EUR", -1140),
            ],
            sums);
        Assert.Empty(await Stores.Reports.Ledger(Entity, new(2024, 1, 1), new(2025, 1, 1), Cancellation));
        Assert.Empty(await Stores.Reports.Ledger(Entity[..^1], new(2025, 1, 1), new(2026, 1, 1), Cancellation));
    }

    private async Task<LoadedAccount> Billed()
    {
        var started = Turns.Started("CT-1") with { ServicePointId = "SP-" + Id };
        var opened = await Stores.Accounts.Append(Turns.Open(Key, started), Cancellation);
        return await Stores.Accounts.Append(Turns.Bill(opened), Cancellation);
    }

    private async Task<SearchHit> Find(EntityScope scope, string text)
    {
        var hit = Assert.Single(await Stores.Reports.Search(scope, text, Cancellation));
        Assert.Equal((Entity, "A." + Id), (hit.EntityId, hit.AccountId));
        return hit;
    }

    private async Task Imported(WorkedBatch worked)
    {
        var count = worked.Days.Length + worked.Reads.Length;
        await Stores.Imports.Begin(Files.Header(worked.ImportId, At), Cancellation);
        await Stores.Imports.Stage(new StagedBatch(worked.ImportId, 0, Files.Items(count)), Cancellation);
        await Stores.Imports.Accept(worked.ImportId, "ab", count, Cancellation);
        await Stores.Imports.Complete(worked, Cancellation);
    }
}
