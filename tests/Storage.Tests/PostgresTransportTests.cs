using BillingActors.Storage.Postgres;
using BillingActors.Storage.Tests.Fixtures;
using Npgsql;

namespace BillingActors.Storage.Tests;

/// <summary>With SSL Mode=VerifyFull the database is who it says it is, and nobody reads what it is told.</summary>
public sealed class PostgresTransportTests(PrivateServer server) : IClassFixture<PrivateServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_with_the_name_and_the_authority_that_were_asked_for_is_spoken_to_over_TLS()
    {
        await using var database = new PostgresDatabase(Text("localhost", server.Authority));

        await using var connection = await database.Open(Cancellation);

        await using var command = new NpgsqlCommand(
            "select version from pg_stat_ssl where ssl and pid = pg_backend_pid()", connection);
        Assert.StartsWith("TLSv1.", (string?)await command.ExecuteScalarAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_another_name_is_not_spoken_to() =>
        await Refuses(Text("127.0.0.1", server.Authority));

    [Fact]
    public async Task A_server_of_another_authority_is_not_spoken_to() =>
        await Refuses(Text("localhost", server.Stranger));

    private static async Task Refuses(string text)
    {
        await using var database = new PostgresDatabase(text);

        var fault = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await database.Open(Cancellation));

        Assert.IsType<System.Security.Authentication.AuthenticationException>(fault.InnerException);
    }

    private string Text(string host, string authority) =>
        $"Host={host};Port={server.Port};Username=billing;Database=postgres;SSL Mode=VerifyFull;"
        + $"Root Certificate={authority};Pooling=false";
}
