using System.Collections.Immutable;
using System.Text;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Accounts;
using NodaTime;

namespace BillingActors.Storage.Tests.MasterData;

/// <summary>What every store of master data promises, and that personal data lies there encrypted.</summary>
public abstract class MasterDataStoreContract
{
    /// <summary>Per test, so that nobody finds a neighbour's customers.</summary>
    private readonly string _entity = "E" + Turns.NewId();

    private readonly MasterKey _master = MasterKey.Create();

    private protected abstract IMasterDataTable Table { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MasterDataStore Store => Open(_master);

    /// <summary>Whether the text lies anywhere in the database, byte by byte.</summary>
    protected abstract Task<bool> Contains(string text);

    [Fact]
    public async Task The_newest_version_is_found_and_the_history_is_kept()
    {
        var id = "T-" + Turns.NewId();
        await Store.Append([Tariff(id, 1, "first")], Cancellation);
        await Store.Append([Tariff(id, 2, "second")], Cancellation);

        var newest = await Store.Newest(MasterKind.Tariff, id, Cancellation);
        var history = await Store.History(MasterKind.Tariff, id, Cancellation);

        Assert.Equal((2, "second"), (newest!.Version, Text(newest)));
        Assert.Equal("first second", string.Join(' ', history.Select(Text)));
        Assert.Equal(Tariff(id, 2, "second").Record with { Body = default }, newest with { Body = default });
        Assert.Null(await Store.Newest(MasterKind.Customer, id, Cancellation));
    }

    [Fact]
    public async Task A_list_goes_page_by_page_in_order_of_id()
    {
        var ids = Enumerable.Range(0, 5).Select(i => $"{_entity}-{i}").ToArray();
        await Store.Append([.. ids.Reverse().Select(id => Tariff(id, 1, "a"))], Cancellation);
        await Store.Append([Tariff(ids[1], 2, "b")], Cancellation);

        var first = await Store.List(MasterKind.Tariff, ids[0], 2, Cancellation);

        Assert.Equal($"{ids[1]} b {ids[2]} a", string.Join(' ', first.Select(r => $"{r.Id} {Text(r)}")));
    }

    [Fact]
    public async Task A_version_that_is_taken_or_leaves_a_hole_is_stale_and_nothing_is_stored()
    {
        var (old, other) = ("T-" + Turns.NewId(), "T-" + Turns.NewId());
        await Store.Append([Tariff(old, 1, "first")], Cancellation);

        foreach (var version in (long[])[1, 3])
        {
            var stale = await Assert.ThrowsAsync<StaleRecordException>(
                () => Store.Append([Tariff(other, 1, "new"), Tariff(old, version, "again")], Cancellation));
            Assert.Equal((MasterKind.Tariff, old), (stale.Kind, stale.Id));
        }

        Assert.Null(await Store.Newest(MasterKind.Tariff, other, Cancellation));
    }

    [Fact]
    public async Task A_customer_reads_as_written_and_lies_encrypted()
    {
        var (id, name) = ("C-" + Turns.NewId(), "Zacharias" + Turns.NewId());
        await Store.Append([Customer(id, 1, name, "+49 170 99887766", "zach@example.org")], Cancellation);

        Assert.Equal(name, Text((await Store.Newest(MasterKind.Customer, id, Cancellation))!));
        Assert.True(await Contains(id));
        foreach (var plain in (string[])[name, name.ToLowerInvariant(), "4917099887766", "zach@example.org"])
            Assert.False(await Contains(plain), plain);
    }

    [Fact]
    public async Task The_tax_status_of_a_customer_lies_encrypted_too_and_jurisdictions_do_not()
    {
        var (id, number) = ("C-" + Turns.NewId(), "FR" + Turns.NewId());
        await Store.Append([Customer(id, 1, "Zoe", "", "")], Cancellation);
        await Store.Append(
            [
                new MasterChange(Record(MasterKind.TaxProfile, id, _entity, 1, number), []),
                new MasterChange(Record(MasterKind.TaxJurisdiction, id, "", 1, "table of " + id), []),
            ],
            Cancellation);

        Assert.Equal(number, Text((await Store.Newest(MasterKind.TaxProfile, id, Cancellation))!));
        Assert.False(await Contains(number));
        Assert.True(await Contains("table of " + id));
    }

    [Fact]
    public async Task Customers_are_found_by_beginnings_of_name_by_phone_and_by_email()
    {
        await Store.Append(
            [
                Customer(_entity + "-1", 1, "Anneliese Müller-Lüdenscheid", "0170/123 45 67", "Anne@Example.org"),
                Customer(_entity + "-2", 1, "Anna Schmidt", "0170 7654321", "anna.schmidt@example.org"),
            ],
            Cancellation);

        Assert.Equal("1 2", await Find("ann"));
        Assert.Equal("1", await Find("MULLER ann"));
        Assert.Equal("1", await Find("ludenscheid"));
        Assert.Equal("1", await Find("+0170 12345"));
        Assert.Equal("2", await Find("anna.schmidt@example.org"));
        Assert.Equal("", await Find("anna.schmidt@example.com"));
        Assert.Equal("", await Find("an"));
        Assert.Equal("", await Find("ann nobody"));
        Assert.Empty(await Store.Find(["E-other"], "ann", 10, Cancellation));
    }

    [Fact]
    public async Task A_whole_phone_number_finds_nobody_whose_number_only_begins_like_it()
    {
        await Store.Append(
            [
                Customer(_entity + "-1", 1, "Ada", "+61 2 5550 0107", ""),
                Customer(_entity + "-2", 1, "Bea", "+61 2 5550 0108", ""),
                Customer(_entity + "-3", 1, "Cem", "+49 170 123 456 789", ""),
                Customer(_entity + "-4", 1, "Dan", "+49 170 123 456 780", ""),
            ],
            Cancellation);

        Assert.Equal("1", await Find("+61 2 5550 0107"));
        Assert.Equal("1 2", await Find("+61 2 5550 010"));
        Assert.Equal("3", await Find("0049 170 123456789"));
        Assert.Equal("3 4", await Find("+49 170 123 456 78"));
    }

    [Fact]
    public async Task An_old_name_finds_nobody_after_the_change()
    {
        await Store.Append([Customer(_entity + "-1", 1, "Berta Before", "", "")], Cancellation);
        await Store.Append([Customer(_entity + "-1", 2, "Berta After", "", "")], Cancellation);

        Assert.Equal("", await Find("before"));
        Assert.Equal("1", await Find("after"));
        var history = await Store.History(MasterKind.Customer, _entity + "-1", Cancellation);
        Assert.Equal("Berta Before, Berta After", string.Join(", ", history.Select(Text)));
    }

    [Fact]
    public async Task A_thousand_customers_are_appended_and_read_at_once()
    {
        var changes = Enumerable.Range(0, 1000)
            .Select(i => Customer(
                $"{_entity}-{i:D4}", 1, $"Name{i} Family{i % 10}", $"0170 {i:D7}", $"n{i}@example.org"))
            .ToList();
        await Store.Append(changes, Cancellation);

        var ids = changes.Select(change => change.Record.Id).ToList();
        Assert.Equal(1000, (await Store.NewestOf(MasterKind.Customer, ids, Cancellation)).Length);
        Assert.Equal(100, (await Store.Find([_entity], "family3", 1000, Cancellation)).Length);
    }

    [Fact]
    public async Task Rotating_the_master_key_leaves_the_data_as_it_lies()
    {
        var (id, next) = ("C-" + Turns.NewId(), MasterKey.Create());
        await Store.Append([Customer(id, 1, "Rosa", "", "")], Cancellation);
        var before = (await Table.NewestOf(MasterKind.Customer, [id], Cancellation))[0].Body.ToArray();

        var keys = (await Table.EntityKeys([_entity], Cancellation)).Where(key => key.WrappedBy == _master.Id);
        await new KeyRing(new OneEntity(Table, _entity), _master).Rotate(next, Cancellation);

        Assert.Single(keys);
        Assert.Equal(before, (await Table.NewestOf(MasterKind.Customer, [id], Cancellation))[0].Body.ToArray());
        Assert.Equal("Rosa", Text((await Open(next).Newest(MasterKind.Customer, id, Cancellation))!));
        var wrong = await Assert.ThrowsAsync<PersonalDataKeyException>(
            () => Store.Newest(MasterKind.Customer, id, Cancellation));
        Assert.Contains(next.Id, wrong.Message, StringComparison.Ordinal);
    }

    private static string Text(MasterRecord record) => Encoding.UTF8.GetString(record.Body.Span);

    private static MasterRecord Record(MasterKind kind, string id, string entityId, long version, string text) => new(
        kind,
        id,
        entityId,
        version,
        new LocalDate(2025, 1, 1),
        Encoding.UTF8.GetBytes(text),
        new CommandContext("command-1", new Actor(ActorKind.Person, "clerk"),
            "api", Instant.FromUtc(2025, 1, 1, 9, 0), "why"));

    private static MasterChange Tariff(string id, long version, string text) =>
        new(Record(MasterKind.Tariff, id, "", version, text), []);

    private MasterChange Customer(string id, long version, string name, string phone, string email)
    {
        ImmutableArray<SearchTerm> terms = [new("name", name), new("phone", phone), new("email", email)];
        return new MasterChange(Record(MasterKind.Customer, id, _entity, version, name), terms);
    }

    private async Task<string> Find(string text) => string.Join(
        ' ', (await Store.Find([_entity], text, 10, Cancellation)).Select(id => id[(_entity.Length + 1)..]));

    private MasterDataStore Open(MasterKey master) => new(Table, new KeyRing(Table, master));
}
