using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The approved market in PostgreSQL; without a server the tests fail, they never skip.</summary>
public sealed class PostgresMarket : ApprovedMarket
{
    private readonly string _name = $"billing_market_{Guid.NewGuid():N}";
    private readonly List<string> _copies = [];

    public override async Task<StorageOptions> Copy()
    {
        var copy = $"{_name}_{_copies.Count}";
        _copies.Add(copy);
        // The server may not have noticed yet that the program of the template is gone.
        await TestServer.Run($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{_name}'");
        await TestServer.Run($"create database {copy} template {_name}");
        return At(copy);
    }

    protected override async Task<StorageOptions> Make()
    {
        await TestServer.Create(_name);
        return At(_name);
    }

    protected override async Task Clean()
    {
        foreach (var database in _copies.Append(_name))
            await TestServer.Drop(database);
    }

    private static StorageOptions At(string database) => new()
    {
        Provider = StorageOptions.Postgres,
        ConnectionString = TestServer.At(database).ConnectionString,
    };
}
