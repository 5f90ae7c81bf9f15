using System.Globalization;
using BillingActors.Storage.Sqlite.Orleans;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace BillingActors.Grains.Persistence;

/// <summary>Orleans' grain storage over the product's own SQLite file; the ETag is the version of the row.</summary>
internal sealed class SqliteGrainStorage(
    SqliteGrainStates states, IGrainStorageSerializer serializer, IActivatorProvider activators) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = await states.Read(stateName, grainId.ToString(), CancellationToken.None);
        var payload = found?.Payload;
        grainState.State = payload is null
            ? activators.GetActivator<T>().Create()
            : serializer.Deserialize<T>(new BinaryData(payload));
        grainState.ETag = found is { } row ? ETag(row.Version) : null;
        grainState.RecordExists = payload is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = serializer.Serialize(grainState.State).ToArray();
        grainState.ETag = await Write(stateName, grainId, grainState.ETag, payload);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (!string.IsNullOrEmpty(grainState.ETag))
            grainState.ETag = await Write(stateName, grainId, grainState.ETag, null);
        grainState.State = activators.GetActivator<T>().Create();
        grainState.RecordExists = false;
    }

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static long Version(string? etag) =>
        string.IsNullOrEmpty(etag) ? 0 : long.Parse(etag, NumberStyles.None, CultureInfo.InvariantCulture);

    private async Task<string> Write(string stateName, GrainId grainId, string? etag, byte[]? payload)
    {
        var version = await states.Write(
            stateName, grainId.ToString(), Version(etag), payload, CancellationToken.None);
        return version is { } moved ? ETag(moved) : throw await Conflict(stateName, grainId, etag);
    }

    private async Task<InconsistentStateException> Conflict(string stateName, GrainId grainId, string? etag)
    {
        var stored = await states.Read(stateName, grainId.ToString(), CancellationToken.None);
        return new InconsistentStateException(
            $"The state {stateName} of {grainId} was moved by somebody else.",
            stored is { } found ? ETag(found.Version) : "none",
            etag ?? "none");
    }
}
