using System.Security.Cryptography;
using System.Text;
using BillingActors.Storage.Audit;
using CsCheck;

namespace BillingActors.Storage.Tests.Audit;

public sealed class MerkleTreeTests
{
    [Fact]
    public void The_root_is_that_of_certificate_logs() => Gen.Int[0, 70].Sample(count =>
    {
        var leaves = Enumerable.Range(0, count).Select(i => SHA256.HashData(Encoding.ASCII.GetBytes($"{i}"))).ToArray();
        var tree = new MerkleTree();
        foreach (var leaf in leaves)
            tree.Add(leaf);
        Assert.Equal(Root(leaves), tree.Root());
    });

    [Fact]
    public void Parts_are_read_as_they_were_written()
    {
        SealedHead[] heads = [new("E1/A", 3, Link(1)), new("E1/Ä", 1_000_000, Link(2))];
        var read = SealPart.Read(SealPart.Write(heads));
        Assert.Equal(heads.Select(head => (head.Key, head.Version)), read.Select(head => (head.Key, head.Version)));
        Assert.Equal(Link(2)[..SealPart.MarkLength], read[1].Link);
        Assert.Throws<InvalidDataException>(() => SealPart.Read([1, 2, 3]));
    }

    /// <summary>The recursive definition of RFC 6962, section 2.1.</summary>
    private static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return leaves[0];
        var half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return SHA256.HashData([1, .. Root(leaves[..half]), .. Root(leaves[half..])]);
    }

    private static byte[] Link(byte value) => [.. Enumerable.Repeat(value, 32)];
}
