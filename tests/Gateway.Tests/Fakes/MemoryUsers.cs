using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>People of the console, and keys of their sessions, in memory.</summary>
internal sealed class MemoryUsers(MemoryAudit audit) : IUserStore, IProtectionKeyStore, IViewSettingStore
{
    private readonly ConcurrentQueue<byte[]> _keys = new();

    private readonly ConcurrentDictionary<(string, string), string> _settings = new();

    public ConcurrentDictionary<string, StoredUser> Users { get; } = new(StringComparer.Ordinal);

    public Task<StoredUser?> Find(string personId, CancellationToken cancellation) =>
        Task.FromResult(Users.GetValueOrDefault(personId));

    public Task<ImmutableArray<StoredUser>> List(string afterId, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<StoredUser>>(
            [.. Users.Values.Where(user => string.CompareOrdinal(user.PersonId, afterId) > 0)
                .OrderBy(user => user.PersonId, StringComparer.Ordinal).Take(countMax)]);

    public Task<string?> Find(string personId, string name, CancellationToken cancellation) =>
        Task.FromResult(_settings.GetValueOrDefault((personId, name)));

    public Task Save(string personId, string name, string value, CancellationToken cancellation)
    {
        _settings[(personId, name)] = value;
        return Task.CompletedTask;
    }

    public Task<bool> Put(StoredUser user, AuditEntry noted, CancellationToken cancellation)
    {
        if ((Users.GetValueOrDefault(user.PersonId)?.Version ?? 0) != user.Version)
            return Task.FromResult(false);
        Users[user.PersonId] = user with { Version = user.Version + 1 };
        return audit.Append(noted, cancellation);
    }

    public Task<ImmutableArray<byte[]>> Read(string masterKeyId, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<byte[]>>([.. _keys]);

    public Task Add(string name, string masterKeyId, byte[] sealedKey, CancellationToken cancellation)
    {
        _keys.Enqueue(sealedKey);
        return Task.CompletedTask;
    }
}
