using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BillingActors.Storage.DueWork;

/// <summary>
/// The stable hash of a key that decides its shard: equal in every process and version, whatever the number of shards.
/// </summary>
internal static class ShardKey
{
    private const uint Positive = 0x7fff_ffff;

    public static long Of(string key) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) & Positive;
}
