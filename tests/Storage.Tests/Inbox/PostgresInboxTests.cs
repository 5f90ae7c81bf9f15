using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Storage.Tests.Inbox;

public sealed class PostgresInboxTests(PostgresFixture fixture)
    : InboxContract(InboxParts.Of(fixture)), IClassFixture<PostgresFixture>;
