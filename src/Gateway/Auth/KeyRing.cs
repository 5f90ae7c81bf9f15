using System.Collections.Concurrent;
using System.Security.Cryptography;
using BillingActors.Storage.Keys;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Verifies API keys and remembers verified ones for some seconds, so that a busy key is not read for every call; a
/// revocation takes effect within that time.
/// </summary>
internal sealed class KeyRing(IKeyStore store, TimeProvider clock, IOptions<AuthOptions> options)
{
    private const int CountMax = 10_000;
    private static readonly TimeSpan BetweenUses = TimeSpan.FromMinutes(1);
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    /// <summary>
    /// The key, when its secret is right and it is neither expired nor revoked; null for any other reason.
    /// </summary>
    public async Task<KnownKey?> Verify(ApiKeyText key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var remembered = await Read(key.KeyId, now, cancellation);
        var stored = remembered.Key;
        // The comparison is made for an unknown key too, so that its answer does not come sooner.
        var isRight = CryptographicOperations.FixedTimeEquals(key.Hash(), (stored?.SecretHash ?? NoHash).Span);
        if (!isRight || stored is null || stored.View.RevokedAt is not null || stored.View.ExpiresAt <= now)
            return null;
        await NoteUse(key.KeyId, now, cancellation);
        return remembered.Known;
    }

    /// <summary>
    /// The key, when it proved itself a moment ago and does again, so that nothing must be asked or written; null for
    /// any other reason.
    /// </summary>
    public KnownKey? Known(ApiKeyText key)
    {
        var now = clock.GetUtcNow();
        return _remembered.TryGetValue(key.KeyId, out var remembered)
            && remembered is { Key: { View: { RevokedAt: null } view } stored }
            && remembered.Until > now
            && view.ExpiresAt > now
            && now - remembered.UsedAt < BetweenUses
            && CryptographicOperations.FixedTimeEquals(key.Hash(), stored.SecretHash.Span)
                ? remembered.Known
                : null;
    }

    /// <summary>Forgets a key that was taken back here.</summary>
    public void Forget(string keyId) => _remembered.TryRemove(keyId, out _);

    private async Task<Remembered> Read(string keyId, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_remembered.TryGetValue(keyId, out var remembered) && remembered.Until > now)
            return remembered;
        // That there is none is remembered, too: otherwise its answer would come later than a wrong secret's.
        var stored = await store.Read(keyId, cancellation);
        if (_remembered.Count >= CountMax)
            _remembered.Clear();
        var usedAt = remembered?.UsedAt ?? DateTimeOffset.MinValue;
        return _remembered[keyId] =
            new Remembered(stored, now.AddSeconds(options.Value.KeyCacheSeconds), usedAt);
    }

    private async Task NoteUse(string keyId, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!_remembered.TryGetValue(keyId, out var remembered) || now - remembered.UsedAt < BetweenUses)
            return;
        if (_remembered.TryUpdate(keyId, remembered with { UsedAt = now }, remembered))
            await store.Used(keyId, now, cancellation);
    }

    private sealed record Remembered(StoredKey? Key, DateTimeOffset Until, DateTimeOffset UsedAt)
    {
        public KnownKey? Known { get; } = Key is null ? null : KnownKey.Of(Key.View);
    }
}
