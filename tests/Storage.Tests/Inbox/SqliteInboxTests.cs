using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Storage.Tests.Inbox;

public sealed class SqliteInboxTests(SqliteFixture fixture)
    : InboxContract(InboxParts.Of(fixture)), IClassFixture<SqliteFixture>;
