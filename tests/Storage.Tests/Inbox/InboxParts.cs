using BillingActors.Storage.Inbox;
using BillingActors.Storage.Postgres.Inbox;
using BillingActors.Storage.Postgres.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Sqlite.Inbox;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Storage.Tests.Inbox;

/// <summary>The inbox on one database, as many processes as a test wants to open over it.</summary>
public sealed record InboxParts(Func<InboxOptions, object> Open, Func<string, Task<long>> Sql)
{
    private static readonly MasterKey Master = MasterKey.Create();

    public static InboxParts Of(PostgresFixture fixture)
    {
        var database = fixture.Database;
        return new InboxParts(
            options => new OpenInbox(
                new PostgresInboxTable(database),
                new PostgresInboxLogTable(database),
                new PostgresQuarantineTable(database),
                new PostgresStreamReports(database),
                new InboxEnvelopes(new KeyRing(new PostgresMasterDataTable(database), Master)),
                options),
            fixture.Sql);
    }

    public static InboxParts Of(SqliteFixture fixture)
    {
        var database = fixture.Database;
        return new InboxParts(
            options => new OpenInbox(
                new SqliteInboxTable(database),
                new SqliteInboxLogTable(database),
                new SqliteQuarantineTable(database),
                new SqliteStreamReports(database),
                new InboxEnvelopes(new KeyRing(new SqliteMasterDataTable(database), Master)),
                options),
            fixture.Sql);
    }
}
