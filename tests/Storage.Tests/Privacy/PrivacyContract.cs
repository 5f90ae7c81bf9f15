using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Imports;
using BillingActors.Storage.Tests.Stores;
using NodaTime;

namespace BillingActors.Storage.Tests.Privacy;

/// <summary>What a stolen copy of a database gives away, whatever lies below it: nothing personal.</summary>
public abstract class PrivacyContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly RecordProblem Unfit = new(2, "tariff", "tariff-unknown", "There is no such tariff.");

    /// <summary>Tests of a class share their database, and with it the keys that this one wraps.</summary>
    protected static MasterKey Master { get; } = MasterKey.Create();

    private protected abstract IMasterDataTable Table { get; }

    /// <summary>Lies in clear, and so has texts that no other test of the class looks for.</summary>
    private static ImportItem Early { get; } = new(Contract: ContractFiles.Good(2).Contract! with
    {
        Name = "Ada Before",
        Email = null,
        Phone = null,
        Address = null,
    });

    private string Import => "I-" + Id;

    [Fact]
    public async Task A_file_of_customers_lies_in_clear_at_no_time()
    {
        await Stage(ContractFiles.Good(2), ContractFiles.Bad(3));
        await NothingPersonalLies();
        await Stores.Imports.Accept(Import, "ab", 2, Cancellation);
        await NothingPersonalLies();
        await Complete();
        await NothingPersonalLies();
        var (first, second) = ((await Worklist())[0].Id, (await Worklist())[1].Id);
        await Stores.Imports.CompleteRedrive(
            first, new WorkedBatch(Import, -1, [], [], [new(ContractFiles.Good(2), Unfit)]), "ada", Cancellation);
        await NothingPersonalLies();
        await Stores.Imports.CompleteRedrive(
            first, new WorkedBatch(Import, -1, [], [], [], StoredCount: 1), "ada", Cancellation);
        await Stores.Worklist.Resolve(second, "dropped", "ada", "not ours", Cancellation);
        await NothingPersonalLies();
    }

    [Fact]
    public async Task A_large_batch_does_not_hide_in_its_compression()
    {
        await Stage([.. Enumerable.Range(2, 200).Select(ContractFiles.Good)]);
        await NothingPersonalLies();
    }

    [Fact]
    public async Task A_first_row_taken_for_a_header_is_told_and_not_left_lying()
    {
        await Stage(ContractFiles.Bad(2));
        var problem = new RecordProblem(1, ContractFiles.Name, "header-column-unknown", "is not one of ours");
        await Stores.Imports.Refuse(Import, "ab", [problem], Cancellation);

        await NothingPersonalLies();
        Assert.Equal(problem, Assert.Single((await Stores.Imports.View(Import, Cancellation))!.Problems));
        var listed = await Stores.Reports.Imports("", 100, Cancellation);
        Assert.Equal(problem, Assert.Single(listed.Single(view => view.ImportId == Import).Problems));
    }

    [Fact]
    public async Task A_customer_lies_in_clear_in_no_version()
    {
        var store = new MasterDataStore(Table, new KeyRing(Table, Master));
        await store.Append([Customer(1, ContractFiles.Name, ContractFiles.Phone)], Cancellation);
        await store.Append([Customer(2, ContractFiles.Name, ContractFiles.Email)], Cancellation);

        await NothingPersonalLies();
        Assert.Equal(2, (await store.History(MasterKind.Customer, "C-" + Id, Cancellation)).Length);
    }

    [Fact]
    public async Task Who_may_read_it_reads_it_in_clear()
    {
        await Stage(ContractFiles.Good(2), ContractFiles.Bad(3));
        await Stores.Imports.Accept(Import, "ab", 2, Cancellation);
        var next = await Stores.Imports.Next(Import, Cancellation);
        await Complete();

        Assert.Equal(ContractFiles.Good(2).Contract, next!.Items[0].Contract);
        Assert.Equal(ContractFiles.Bad(3).Raw, next.Items[1].Raw);
        var rows = await Worklist();
        Assert.Equal(ContractFiles.Name, JsonSerializer.Deserialize<JsonElement>(rows[0].Raw!)
            .GetProperty("contract").GetProperty("name").GetString());
        Assert.Equal(ContractFiles.Bad(3).Raw, rows[1].Raw);
        Assert.Equal(rows[1].Raw, (await Stores.Worklist.Read(rows[1].Id, Cancellation))!.Raw);
        Assert.Equal(
            ContractFiles.Good(2).Contract, (await Stores.Imports.Rejected(rows[0].Id, Cancellation))!.Contract);
    }

    [Fact]
    public async Task What_lay_in_clear_before_still_loads()
    {
        await Stage(ContractFiles.Good(2), ContractFiles.Bad(3));
        await Stores.Imports.Accept(Import, "ab", 2, Cancellation);
        var many = Literal(ImportPayload.Write([.. Enumerable.Repeat(Early, 2)]));
        await Sql($"update import_batch set payload = {many} where import_id = '{Import}'");
        Assert.Equal(Early.Contract, (await Stores.Imports.Next(Import, Cancellation))!.Items[1].Contract);
        await Complete();
        var (row, one) = ((await Worklist())[0].Id, Literal(ImportPayload.Write([Early])));
        var problems = ImportPayload.WriteProblems([Unfit]);
        await Sql($"update worklist set item = {one} where id = {row}");
        await Sql($"update import set problems = '{problems}' where import_id = '{Import}'");

        Assert.Equal(Early.Contract, (await Stores.Imports.Rejected(row, Cancellation))!.Contract);
        Assert.Contains("Ada Before", (await Stores.Worklist.Read(row, Cancellation))!.Raw, StringComparison.Ordinal);
        Assert.Equal(Unfit, Assert.Single((await Stores.Imports.View(Import, Cancellation))!.Problems));
    }

    [Fact]
    public async Task An_envelope_opens_in_its_own_place_only()
    {
        await Stage(ContractFiles.Good(2));
        await Stores.Imports.Stage(new StagedBatch(Import, 1, [ContractFiles.Bad(3)]), Cancellation);
        await Stores.Imports.Accept(Import, "ab", 2, Cancellation);
        await Sql($"""
            update import_batch set payload = (
                select b.payload from import_batch b where b.import_id = '{Import}' and b.sequence = 1)
            where import_id = '{Import}' and sequence = 0
            """);

        await Assert.ThrowsAsync<PersonalDataKeyException>(() => Stores.Imports.Next(Import, Cancellation));
    }

    [Fact]
    public async Task What_waits_opens_with_the_next_master_key_and_not_with_the_one_before()
    {
        await Stage(ContractFiles.Good(2), ContractFiles.Bad(3));
        await Stores.Imports.Accept(Import, "ab", 2, Cancellation);
        var next = MasterKey.Create();
        await new KeyRing(Table, Master).Rotate(next, Cancellation);
        try
        {
            await using var fresh = Under(next);
            await using var late = Under(Master);

            Assert.Equal(2, (await fresh.Imports.Next(Import, Cancellation))!.Items.Length);
            Assert.Equal(2, (await Stores.Imports.Next(Import, Cancellation))!.Items.Length);
            await Assert.ThrowsAsync<PersonalDataKeyException>(() => late.Imports.Next(Import, Cancellation));
        }
        finally
        {
            await new KeyRing(Table, next).Rotate(Master, Cancellation);
        }
    }

    protected abstract StoreSet Under(MasterKey master);

    protected abstract Task<IReadOnlyList<Cell>> Cells();

    /// <summary>Bytes in the words of the database.</summary>
    protected abstract string Literal(byte[] bytes);

    private async Task NothingPersonalLies()
    {
        var cells = await Cells();
        Assert.Contains(cells, cell => Encoding.UTF8.GetString(cell.Bytes).Contains(Id, StringComparison.Ordinal));
        Assert.Equal("", string.Join('\n', PersonalText.Find(cells, ContractFiles.Personal).Distinct()));
    }

    private async Task Stage(params ImmutableArray<ImportItem> items)
    {
        await Stores.Imports.Begin(
            Files.Header(Import, At) with { FileName = "contracts.csv", Format = "contracts-csv" }, Cancellation);
        await Stores.Imports.Stage(new StagedBatch(Import, 0, items), Cancellation);
    }

    private Task Complete() => Stores.Imports.Complete(
        new WorkedBatch(
            Import, 0, [], [],
            [new(ContractFiles.Good(2), Unfit), new(ContractFiles.Bad(3), ContractFiles.Bad(3).Rejected!)]),
        Cancellation);

    private Task<ImmutableArray<WorklistRow>> Worklist() =>
        Stores.Reports.Worklist(EntityScope.All, new WorklistFilter(ImportId: Import), 0, 10, Cancellation);

    private MasterChange Customer(long version, string name, string contact)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { name, contact, street = ContractFiles.Street });
        var context = new CommandContext(
            "command-" + Id, new Actor(ActorKind.Person, "ada"), "test", Instant.FromDateTimeOffset(At));
        return new MasterChange(
            new MasterRecord(
                MasterKind.Customer, "C-" + Id, "E1", version, new LocalDate(2025, 1, 1), body, context),
            [new SearchTerm("name", name), new SearchTerm("email", ContractFiles.Email)]);
    }
}
