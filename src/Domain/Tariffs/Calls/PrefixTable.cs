using System.Numerics;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>
/// Finds the longest of many prefixes that a number begins with. Compiled once; a look-up walks one small node per
/// digit and allocates nothing.
/// </summary>
public sealed class PrefixTable
{
    /// <summary>The answer where no prefix fits.</summary>
    public const int None = -1;

    private const int Symbols = 12;

    private readonly Node[] _nodes;

    /// <summary>Compiles the table; of a prefix given twice the first counts.</summary>
    public PrefixTable(IEnumerable<(string Prefix, int Value)> entries)
    {
        var root = new Branch();
        foreach (var (prefix, value) in entries)
        {
            var branch = root;
            foreach (var symbol in prefix)
                branch = branch.Children[IndexOf(symbol)] ??= new Branch();
            if (branch.Value == None)
                branch.Value = value;
        }
        _nodes = Flatten(root);
    }

    /// <summary>Whether all of the text are digits, * or #.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> text)
    {
        foreach (var symbol in text)
        {
            if (IndexOf(symbol) < 0)
                return false;
        }
        return true;
    }

    /// <summary>Value of the longest prefix that fits, or <see cref="None"/>; a leading + is passed over.</summary>
    public int Find(ReadOnlySpan<char> number)
    {
        var nodes = _nodes;
        var found = nodes[0].Value;
        var at = 0;
        for (var i = number is ['+', ..] ? 1 : 0; i < number.Length; i++)
        {
            var symbol = IndexOf(number[i]);
            if (symbol < 0 || (nodes[at].Mask >> symbol & 1) == 0)
                break;
            at = nodes[at].FirstChild + BitOperations.PopCount((uint)(nodes[at].Mask & ((1 << symbol) - 1)));
            if (nodes[at].Value != None)
                found = nodes[at].Value;
        }
        return found;
    }

    private static int IndexOf(char symbol) => symbol switch
    {
        >= '0' and <= '9' => symbol - '0',
        '*' => 10,
        '#' => 11,
        _ => -1,
    };

    // Children of a node stand side by side, so that a mask and a count of bits find them.
    private static Node[] Flatten(Branch root)
    {
        var order = new List<Branch> { root };
        var nodes = new List<Node>();
        for (var i = 0; i < order.Count; i++)
        {
            var (branch, mask, first) = (order[i], 0, order.Count);
            for (var symbol = 0; symbol < Symbols; symbol++)
            {
                if (branch.Children[symbol] is not { } child)
                    continue;
                mask |= 1 << symbol;
                order.Add(child);
            }
            nodes.Add(new Node((ushort)mask, first, branch.Value));
        }
        return [.. nodes];
    }

    private readonly record struct Node(ushort Mask, int FirstChild, int Value);

    private sealed class Branch
    {
        public Branch?[] Children { get; } = new Branch?[Symbols];

        public int Value { get; set; } = None;
    }
}
