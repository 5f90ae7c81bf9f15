using BillingActors.Storage.Audit;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Audit;

/// <summary>What every audit trail promises, whatever lies below it.</summary>
public abstract class AuditContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly AuditFilter Everything = new(EntityScope.All);

    [Fact]
    public async Task What_is_noted_is_what_is_read_and_the_chain_holds()
    {
        var full = Noted("key-made") with
        {
            Subject = new AuditSubject("key", Id, "E1", "A1"),
            KeyId = "k",
            Reason = "why",
            Before = "b",
            After = "a",
        };
        Assert.True(await Stores.Audit.Append(full, Cancellation));
        Assert.True(await Stores.Audit.Append(Noted("key-revoked"), Cancellation));

        var rows = await Stores.Audit.Read(Everything, 0, 2, Cancellation);

        Same(["key-revoked", "key-made"], rows.Select(row => row.Entry.Action));
        Assert.Equal(full, rows[1].Entry);
        Assert.Equal(rows[1].Position + 1, rows[0].Position);
        Assert.Equal(rows[1].Link(), rows[0].Previous.ToArray());
        Assert.True((await Stores.Audit.Check(Cancellation)).Holds);
    }

    [Fact]
    public async Task A_request_is_noted_once()
    {
        var entry = Noted();

        Assert.True(await Stores.Audit.Append(entry, Cancellation));
        Assert.False(await Stores.Audit.Append(entry with { At = At.AddHours(1) }, Cancellation));
        Assert.True(await Stores.Audit.Append(entry with { Action = "other" }, Cancellation));
    }

    [Fact]
    public async Task Many_at_once_get_a_place_each()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Stores.Audit.Append(Noted(), Cancellation)));

        Assert.True((await Stores.Audit.Check(Cancellation)).Holds);
    }

    [Fact]
    public async Task Entries_are_found_by_actor_action_and_account_within_the_readers_legal_entities()
    {
        var (north, south) = (Id + "-north", Id + "-south");
        AuditEntry[] entries =
        [
            Noted("looked") with { ActorId = north, Subject = new AuditSubject("account", "x", north, "A1") },
            Noted("looked") with { ActorId = north, Subject = new AuditSubject("account", "y", south, "A1") },
            Noted("asked") with { ActorId = north, Subject = new AuditSubject("account", "z", north, "A2") },
            Noted("asked") with { ActorId = north, Subject = new AuditSubject("key", "w") },
        ];
        foreach (var entry in entries)
            await Stores.Audit.Append(entry, Cancellation);

        await Finds("w z y x", new AuditFilter(EntityScope.All) { ActorId = north });
        await Finds("y x", new AuditFilter(EntityScope.All) { ActorId = north, Action = "looked" });
        await Finds("z x", new AuditFilter(new EntityScope([north])) { ActorId = north });
        await Finds("x", new AuditFilter(EntityScope.All) { EntityId = north, AccountId = "A1" });
        var newest = (await Stores.Audit.Read(Everything, 0, 1, Cancellation))[0].Position;
        var own = new AuditFilter(EntityScope.All) { ActorId = north };
        var older = await Stores.Audit.Read(own, newest, 2, Cancellation);
        Same(["z", "y"], older.Select(row => row.Entry.Subject.Id));
    }

    [Fact]
    public async Task No_entry_can_be_changed_or_dropped()
    {
        await Stores.Audit.Append(Noted(), Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => Sql("update audit_entry set actor = 'eve'"));
        await Assert.ThrowsAnyAsync<Exception>(() => Sql("delete from audit_entry"));
        Assert.True((await Stores.Audit.Check(Cancellation)).Holds);
    }

    [Fact]
    public async Task A_sensitive_account_is_marked_once_and_each_change_is_noted()
    {
        var account = new SensitiveAccount("E1", Id, "a colleague", "ada", At);

        Assert.True(await Stores.Sensitive.Mark(account, Noted("marked"), Cancellation));
        Assert.False(await Stores.Sensitive.Mark(account, Noted("marked"), Cancellation));
        Assert.Contains(account, await Stores.Sensitive.List(Cancellation));
        Assert.True(await Stores.Sensitive.Unmark("E1", Id, Noted("unmarked"), Cancellation));
        Assert.False(await Stores.Sensitive.Unmark("E1", Id, Noted("unmarked"), Cancellation));
        Same(["unmarked", "marked"],
            (await Stores.Audit.Read(Everything, 0, 2, Cancellation)).Select(row => row.Entry.Action));
    }

    [Fact]
    public async Task A_key_and_a_person_are_stored_with_their_entry_or_not_at_all()
    {
        var key = new Grains.Interfaces.Keys.ApiKeyView(Id, "door", "ada", [], [], At, At.AddDays(9), null, null);
        var stored = new Storage.Keys.StoredKey(key, new byte[32]);
        await Stores.Keys.Add(stored, Noted("key-made"), Cancellation);
        await Assert.ThrowsAnyAsync<Exception>(() => Stores.Keys.Add(stored, Noted("key-made-twice"), Cancellation));
        Assert.True(await Stores.Keys.Revoke(Id, Noted("key-revoked"), Cancellation));
        Assert.False(await Stores.Keys.Revoke(Id, Noted("key-revoked-twice"), Cancellation));
        var person = new Storage.Users.StoredUser(Id, "Ada", [], [], IsActive: true, 0, At, "root");
        Assert.True(await Stores.Users.Put(person, Noted("user-made"), Cancellation));
        Assert.False(await Stores.Users.Put(person, Noted("user-made-twice"), Cancellation));

        Same(["user-made", "key-revoked", "key-made"],
            (await Stores.Audit.Read(Everything, 0, 3, Cancellation)).Select(row => row.Entry.Action));
    }

    private async Task Finds(string subjects, AuditFilter filter) => Assert.Equal(
        subjects,
        string.Join(' ', (await Stores.Audit.Read(filter, 0, 10, Cancellation)).Select(row => row.Entry.Subject.Id)));
}
