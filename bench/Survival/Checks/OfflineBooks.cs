using BillingActors.Gateway.Auth;
using BillingActors.Storage;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Survival.Checks;

/// <summary>The stores of a database, opened beside the cluster.</summary>
internal sealed class OfflineBooks : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <summary>Opens nothing yet.</summary>
    public OfflineBooks(string connection, string masterKey)
    {
        var storage = new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = connection };
        _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(storage, new PrivacyOptions { MasterKey = masterKey }).BuildServiceProvider();
    }

    /// <summary>Makes an API key with every role that the desks need.</summary>
    public async Task<string> MakeKey(string personId, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        string[] roles = [Role.Operator, Role.Clerk, Role.Supervisor, Role.Controller];
        var (stored, issued) = KeyIssuing.Create(
            new NewKey("survival", personId, [.. roles], [], now.AddDays(7)), now);
        var keyId = stored.View.KeyId;
        var noted = new AuditEntry(
            now, personId, "job", "key-made", new AuditSubject("key", keyId), "survival-" + keyId);
        await _services.GetRequiredService<IKeyStore>().Add(stored, noted, cancellation);
        return issued.Text;
    }

    /// <summary>Every check of the books that does not hold, with its first faults.</summary>
    public async Task<IReadOnlyList<string>> Verify(CancellationToken cancellation)
    {
        var report = await _services.GetRequiredService<IVerification>().Run(null, cancellation);
        return
        [
            .. from check in report.Checks
               where !check.Holds
               select $"verify: {check.Code}: {check.FaultCount} faults, such as "
                   + string.Join("; ", check.Faults.Take(3)),
        ];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
