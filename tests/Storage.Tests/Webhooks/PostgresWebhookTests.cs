using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Webhooks;

public sealed class PostgresWebhookTests(PostgresFixture fixture)
    : WebhookContract(StoreSet.Of(fixture)), IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task What_a_flush_commits_late_is_spread_later_and_nothing_is_skipped()
    {
        await Make("invoice.issued");
        await using var connection = await fixture.Database.Open(Cancellation);
        await using var late = await connection.BeginTransactionAsync(Cancellation);
        await using (var command = connection.CreateCommand())
        {
            // It takes its place in the line now, and shows when another one behind it is long gone.
            command.CommandText = "insert into webhook_flush(body) values ('[{\"Key\":\"" + Entity
                + "/LATE\",\"Version\":1,\"Type\":\"invoice.issued\"}]')";
            await command.ExecuteNonQueryAsync(Cancellation);
        }
        await Billed("A");
        await SpreadAll();
        Assert.Single(await Log());

        await late.CommitAsync(Cancellation);
        await SpreadAll();

        Same(["LATE", "A"], (await Log()).Select(one => one.AccountId));
    }
}
