using System.Globalization;
using System.Runtime.InteropServices;

namespace BillingActors.Storage.Inbox;

/// <summary>A row of a partition; as a checkpoint, the first one whose effects are not all committed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InboxPosition(int Epoch, long Row) : IComparable<InboxPosition>
{
    /// <summary>Where every partition begins.</summary>
    public static InboxPosition First { get; } = new(1, 1);

    public static bool operator <(InboxPosition left, InboxPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(InboxPosition left, InboxPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(InboxPosition left, InboxPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(InboxPosition left, InboxPosition right) => left.CompareTo(right) >= 0;

    /// <summary>Order within one partition.</summary>
    public int CompareTo(InboxPosition other) => (Epoch, Row).CompareTo((other.Epoch, other.Row));

    /// <summary>Epoch and row with a dot between.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Row}");
}
