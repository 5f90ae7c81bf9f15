using BillingActors.Storage.Accounts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BillingActors.Storage.Tests;

/// <summary>By the appendix of error codes of PostgreSQL, and the result codes of SQLite.</summary>
public sealed class StoreFaultTests
{
    [Theory]
    [InlineData("08006", true)]
    [InlineData("53100", true)]
    [InlineData("53300", true)]
    [InlineData("57P01", true)]
    [InlineData("58030", true)]
    [InlineData("25P03", true)]
    [InlineData("25006", true)]
    [InlineData("23505", false)]
    [InlineData("22003", false)]
    [InlineData("42P01", false)]
    [InlineData("25P02", false)]
    public void Only_a_server_that_is_away_or_full_is_an_outage(string state, bool isOutage) => Assert.Equal(
        isOutage, StoreFaults.IsOutage(new PostgresException("text", "ERROR", "ERROR", state)));

    [Theory]
    [InlineData(5, true)]
    [InlineData(10, true)]
    [InlineData(13, true)]
    [InlineData(14, true)]
    [InlineData(1, false)]
    [InlineData(19, false)]
    public void Only_a_file_that_is_away_or_full_or_busy_is_an_outage(int code, bool isOutage) =>
        Assert.Equal(isOutage, StoreFaults.IsOutage(new SqliteException("text", code)));

    [Fact]
    public void What_the_store_says_of_itself_is_an_outage_and_a_fault_of_the_program_is_none()
    {
        Assert.True(StoreFaults.IsOutage(new StoreBusyException()));
        Assert.True(StoreFaults.IsOutage(new UnknownOutcomeException("lost")));
        Assert.True(StoreFaults.IsOutage(new NpgsqlException("refused")));
        Assert.False(StoreFaults.IsOutage(new StaleVersionException("E/A", 3)));
        Assert.False(StoreFaults.IsOutage(new InvalidOperationException("wrong")));
    }
}
