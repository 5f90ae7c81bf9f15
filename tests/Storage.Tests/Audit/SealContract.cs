using BillingActors.Storage.Audit;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Tests.Verification;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Tests.Audit;

/// <summary>What a seal that was kept outside still finds when everything inside was made to agree.</summary>
public abstract class SealContract(VerifiedDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private AuditSeal _outside = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CleanBooks Clean => new(database, Cancellation);

    public async ValueTask InitializeAsync()
    {
        await database.Start();
        await Write("A1", 5);
        await Write("A2", 5);
        await Note("key-made");
        await Note("key-revoked");
        _outside = await Seal("first");
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Books_that_only_grew_agree_and_the_file_reads_back()
    {
        await Clean.Append(Ledgers.Charge(await Clean.Load("A1"), 900));
        await Clean.Append(Ledgers.Open(Ledgers.Key("A3")));
        await Note("tariff-published");
        await Seal("second");

        Assert.Equal(_outside, AuditSeal.Parse(_outside.ToJson()));
        Assert.Equal("", await Verify());
        Assert.Equal((2L, 2L), (_outside.AccountCount, _outside.EntryCount));
    }

    [Fact]
    public async Task A_chain_written_anew_is_named()
    {
        await Drop("A2");
        await Write("A2", 6);

        Assert.Equal("seals E1/A2", await Verify());
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_named()
    {
        await Drop("A2");
        await Clean.Append(Ledgers.Open(Ledgers.Key("A2")));

        Assert.Equal("seals E1/A2", await Verify());
    }

    [Fact]
    public async Task An_account_that_vanished_is_named()
    {
        await Drop("A1");

        Assert.Equal("seals E1/A1", await Verify());
    }

    [Fact]
    public async Task A_chain_written_anew_is_seen_though_every_seal_inside_was_replaced()
    {
        await Drop("A2");
        await Write("A2", 6);
        await DropSeals();
        await Note("key-made");
        await Note("key-revoked");
        await Seal("first");

        Assert.Equal("", await Verify(null));
        Assert.Equal("seals seal 1", await Verify());
    }

    [Fact]
    public async Task A_database_without_its_seals_does_not_agree()
    {
        await DropSeals();

        Assert.Equal("seals seal 1", await Verify());
    }

    [Fact]
    public async Task A_seal_whose_accounts_are_not_known_any_more_is_named()
    {
        await database.Corrupt("audit_seal_part", "delete from audit_seal_part");

        Assert.Equal("seals seal 1", await Verify());
    }

    [Fact]
    public async Task A_seal_that_was_changed_or_signed_by_another_key_is_not_believed()
    {
        using var other = SealKey.Create();
        Assert.Equal("seals seal 1", await Verify(new OutsideSeal(_outside with { AccountCount = 3 }, default)));
        Assert.Equal("seals seal 1", await Verify(new OutsideSeal(_outside, other.PublicKey)));
        Assert.Equal("", await Verify(new OutsideSeal(_outside, StoreSet.SealWith.PublicKey)));
        Assert.Throws<SealKeyException>(() => AuditSeal.Parse("{}"));
    }

    [Fact]
    public async Task Two_seals_of_one_moment_are_one()
    {
        var made = await Task.WhenAll(Try("a"), Try("b"), Try("c"));

        var count = made.Count(seal => seal is not null);
        Assert.InRange(count, 1, 3);
        Assert.Equal(
            count + 1, (await database.Stores.Seals.List(0, 10, Cancellation)).Select(seal => seal.Number).Max());
        Assert.Equal("", await Verify());

        Task<AuditSeal?> Try(string id) =>
            database.Stores.Seals.Seal(new SealRequest(At, "ada", "cli", "seal-" + id), Cancellation);
    }

    [Fact]
    public async Task A_seal_that_is_due_is_made_once_and_put_outside_when_that_can_be()
    {
        var folder = Directory.CreateTempSubdirectory("billing-seals-");
        var outside = Path.Combine(folder.FullName, "mount");
        var options = new AuditOptions { SealMinutes = 60, SealFolder = outside };
        var programs = new[] { Periodic(options), Periodic(options), Periodic(new AuditOptions { SealMinutes = 0 }) };
        var due = At.AddMinutes(60);

        Assert.All(
            await Task.WhenAll(programs[2..].Select(one => one.SealIfDue(due, Cancellation))), Assert.Null);
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => programs[0].SealIfDue(At, Cancellation));
        Directory.CreateDirectory(outside);
        Assert.Null(await programs[0].SealIfDue(due.AddSeconds(-1), Cancellation));
        var made = await Task.WhenAll(programs[..2].Select(one => one.SealIfDue(due, Cancellation)));
        Assert.All(await Task.WhenAll(programs.Select(one => one.SealIfDue(due, Cancellation))), Assert.Null);

        var seal = Assert.Single(made, one => one is not null)!;
        Assert.Equal((2, due), (seal.Number, seal.At));
        string[] files = [.. Directory.GetFiles(outside).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [_outside, seal], files.Select(file => AuditSeal.Parse(File.ReadAllText(file))));
        Assert.Equal("", await Verify(new OutsideSeal(seal, StoreSet.SealWith.PublicKey)));
        folder.Delete(recursive: true);

        PeriodicSeals Periodic(AuditOptions wanted) => new(database.Stores.Seals, wanted);
    }

    [Fact]
    public async Task A_seal_that_was_decided_by_an_older_one_is_not_made()
    {
        var newest = (await database.Stores.Seals.List(0, 1, Cancellation)).FirstOrDefault()?.Number ?? 0;
        var request = new SealRequest(At, "ada", "cli", "seal-late", newest);

        var made = await database.Stores.Seals.Seal(request, Cancellation);
        var late = await database.Stores.Seals.Seal(request with { RequestId = "seal-later" }, Cancellation);

        Assert.Equal((newest + 1, null), (made?.Number, late?.Number));
    }

    private async Task Write(string accountId, long amount)
    {
        await Clean.Append(Ledgers.Open(Ledgers.Key(accountId)));
        await Clean.Append(Ledgers.Charge(await Clean.Load(accountId), (int)amount));
        await Clean.Append(Ledgers.Charge(await Clean.Load(accountId), (int)amount + 1));
    }

    private Task Note(string action) => database.Stores.Audit.Append(
        new AuditEntry(At, "ada", "api", action, new AuditSubject("key", "K-1"), "request-" + action), Cancellation);

    private async Task<AuditSeal> Seal(string id) =>
        (await database.Stores.Seals.Seal(new SealRequest(At, "ada", "cli", "seal-" + id), Cancellation))!;

    /// <summary>Takes an account out of every table, as somebody would who then writes it anew.</summary>
    private async Task Drop(string accountId)
    {
        string[] tables = ["account_event", "posting", "contract", "collection", "account_snapshot", "account"];
        foreach (var table in tables)
            await database.Corrupt(table, $"delete from {table} where account_key = '{Ledgers.Key(accountId)}'");
    }

    private async Task DropSeals()
    {
        await database.Corrupt("audit_seal_part", "delete from audit_seal_part");
        await database.Corrupt("audit_seal", "delete from audit_seal");
        await database.Corrupt("audit_entry", "delete from audit_entry");
        await database.Sql("update audit_head set position = 0, link = " + database.Bytes(new string('0', 64)));
    }

    private Task<string> Verify() => Verify(new OutsideSeal(_outside, default));

    private async Task<string> Verify(OutsideSeal? outside)
    {
        var report = await database.Verification.Run(outside, null, Cancellation);
        return string.Join(
            ", ", report.Checks.SelectMany(check => check.Faults.Select(fault => $"{check.Code} {fault.Subject}")));
    }
}
