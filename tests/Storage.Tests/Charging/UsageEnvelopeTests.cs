using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using BillingActors.Domain.Charging;
using BillingActors.Storage.Charging;
using CsCheck;

namespace BillingActors.Storage.Tests.Charging;

/// <summary>Records come back as they were, however they are packed.</summary>
public sealed class UsageEnvelopeTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(40, true)]
    public void A_few_are_kept_as_they_are_and_many_are_packed(int count, bool isPacked)
    {
        var records = Calls(count);

        var packed = UsageEnvelopes.Pack(records).ToArray();

        Assert.Equal(isPacked, packed.Length < Json(records).Length);
        Assert.Equal(records, UsageEnvelopes.Unpack(packed));
    }

    [Fact]
    public void One_that_was_packed_alone_still_opens()
    {
        var records = Calls(1);

        Assert.Equal(records, UsageEnvelopes.Unpack(Packed(Json(records))));
    }

    [Fact]
    public void Nothing_packed_is_taken_for_records_as_they_are() =>
        Gen.Byte.Array[0, 3000].Sample(bytes => Packed(bytes)[0] != (byte)'[');

    private static ImmutableArray<UsageRecord> Calls(int count) =>
        [.. Enumerable.Range(1, count).Select(i => CallTariff.Call($"{i}", 60m))];

    private static byte[] Json(ImmutableArray<UsageRecord> records) =>
        JsonSerializer.SerializeToUtf8Bytes(records, UsageJsonContext.Default.ImmutableArrayUsageRecord);

    private static byte[] Packed(byte[] clear)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(clear.Length)];
        Assert.True(BrotliEncoder.TryCompress(clear, packed, out var length, quality: 1, window: 20));
        return packed[..length];
    }
}
