using System.Text.Json;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Drafts;

/// <summary>
/// What people type, kept until they send it: it outlives the connection and the program. It may name anybody, so it
/// lies
/// sealed with the group's key; what nobody came back to for a month is dropped.
/// </summary>
internal sealed class FormDrafts(IDraftTable table, KeyRing keys, TimeProvider clock) : IFormDrafts
{
    /// <summary>Longest draft, in bytes.</summary>
    public const int LengthMax = 16_384;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    /// <inheritdoc />
    public async Task<DateTimeOffset> Save<T>(DraftKey key, T form, CancellationToken cancellation)
        where T : class
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(form);
        if (clear.Length > LengthMax)
            throw new ArgumentException($"A draft has at most {LengthMax} bytes.", nameof(form));
        var now = clock.GetUtcNow();
        var body = PersonalDataCipher.Encrypt(await Key(cancellation), clear, key.Place);
        await table.Put(key, body, now, cancellation);
        return now;
    }

    /// <inheritdoc />
    public async Task<(T Form, DateTimeOffset At)?> Find<T>(DraftKey key, CancellationToken cancellation)
        where T : class
    {
        await table.DropBefore(clock.GetUtcNow() - Kept, cancellation);
        if (await table.Find(key, cancellation) is not { } found)
            return null;
        try
        {
            var clear = PersonalDataCipher.Decrypt(await Key(cancellation), found.Body, key.Place);
            return JsonSerializer.Deserialize<T>(clear) is { } form ? (form, found.At) : null;
        }
        catch (Exception fault) when (fault is JsonException or PersonalDataKeyException)
        {
            // A form of another version, or of another key: the person types it anew.
            await table.Drop(key, cancellation);
            return null;
        }
    }

    /// <inheritdoc />
    public Task Drop(DraftKey key, CancellationToken cancellation) => table.Drop(key, cancellation);

    private Task<byte[]> Key(CancellationToken cancellation) => keys.EntityKey(KeyRing.Group, cancellation);
}
