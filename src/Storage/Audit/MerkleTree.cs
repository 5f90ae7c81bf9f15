using System.Security.Cryptography;

namespace BillingActors.Storage.Audit;

/// <summary>
/// The root over leaves in their order, as certificate logs compute it (RFC 6962): a node is SHA-256(1, left, right),
/// and
/// the left half is the largest power of two. It keeps one hash per level, however many leaves there are.
/// </summary>
internal sealed class MerkleTree
{
    private readonly List<byte[]?> _levels = [];

    public void Add(byte[] leaf)
    {
        var node = leaf;
        var level = 0;
        for (; level < _levels.Count && _levels[level] is { } left; level++)
        {
            node = Node(left, node);
            _levels[level] = null;
        }
        if (level == _levels.Count)
            _levels.Add(null);
        _levels[level] = node;
    }

    /// <summary>The root; of no leaf, the hash of nothing.</summary>
    public byte[] Root()
    {
        byte[]? root = null;
        foreach (var node in _levels.OfType<byte[]>())
            root = root is null ? node : Node(node, root);
        return root ?? SHA256.HashData([]);
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
