using System.Globalization;
using System.Runtime.InteropServices;

namespace BillingActors.Storage.Inbox;

/// <summary>
/// Where a record stands in the inbox: epoch, partition, row and its index in the row. Offsets of one partition grow; a
/// record keeps its offset for ever, and a record driven again gets a new one.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InboxOffset(int Epoch, int Partition, long Row, int Index) : IComparable<InboxOffset>
{
    public static bool operator <(InboxOffset left, InboxOffset right) => left.CompareTo(right) < 0;

    public static bool operator >(InboxOffset left, InboxOffset right) => left.CompareTo(right) > 0;

    public static bool operator <=(InboxOffset left, InboxOffset right) => left.CompareTo(right) <= 0;

    public static bool operator >=(InboxOffset left, InboxOffset right) => left.CompareTo(right) >= 0;

    /// <summary>Order within one partition: epoch, row, index.</summary>
    public int CompareTo(InboxOffset other) => (Epoch, Row, Index).CompareTo((other.Epoch, other.Row, other.Index));

    /// <summary>Epoch, partition, row and index with dots between; good as part of a command id.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Epoch}.{Partition}.{Row}.{Index}");
}
