using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Mediation;

/// <summary>Seals parts of long calls, which say who called whom, with the group's key, as files are sealed.</summary>
internal sealed class HeldCallEnvelopes(KeyRing keys)
{
    public async Task<ImmutableArray<byte[]>> Seal(
        ImmutableArray<HeldPart> parts, CancellationToken cancellation)
    {
        var key = await Key(cancellation);
        return [.. parts.Select(part => PersonalDataCipher.Encrypt(
            key,
            ImportPayload.Write([new ImportItem(Call: part.Entry)]),
            PlaceOf(NameOf(part.Call), part.Part.Number)))];
    }

    public async Task<CallEntry> Open(
        (string Source, string CallId) call, int part, byte[] payload, CancellationToken cancellation)
    {
        var clear = PersonalDataCipher.Decrypt(await Key(cancellation), payload, PlaceOf(NameOf(call), part));
        return ImportPayload.Read(clear)[0].Call!;
    }

    /// <summary>What the envelope of a part belongs to.</summary>
    public static string PlaceOf(string name, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"held-call/{name}/{part}");

    private static string NameOf((string Source, string CallId) call) => HeldCallWords.NameOf(call.Source, call.CallId);

    private Task<byte[]> Key(CancellationToken cancellation) => keys.EntityKey(KeyRing.Group, cancellation);
}
